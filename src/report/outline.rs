//! A report as a reader goes through it: headings, texts, tables and charts, before any format.
//!
//! Every text in it is plain: a format escapes all of them alike, so that nothing a person wrote can become markup.

/// A whole text.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The title.
    pub title: String,
    /// Whose it is and from what.
    pub about: String,
    /// The chapters.
    pub sections: Vec<Section>,
}

/// A heading and what stands below it.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// A few words beside the heading.
    pub aside: String,
    /// What stands below it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A paragraph of less weight: sources, explanations.
    Quiet(String),
    /// A list.
    Points(Vec<String>),
    /// Labels, each with what stands for it.
    Pairs(Vec<(&'static str, String)>),
    /// Rows and columns.
    Table(Table),
    /// A picture whose figures stand in a table too.
    Chart(Chart),
    /// Two sides of the same thing.
    Beside([Section; 2]),
    /// A section one level below.
    Part(Section),
}

/// Rows and columns.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Names of the columns.
    pub head: Vec<&'static str>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

/// A picture.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What it is.
    pub title: String,
    /// What it shows, for whoever does not see it.
    pub says: String,
    /// What is drawn.
    pub picture: Picture,
    /// The same as figures.
    pub table: Table,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub enum Picture {
    /// The six interests.
    Hexagon(Vec<Bar>),
    /// Estimates with whiskers.
    Bars(Vec<Bar>),
    /// Rank intervals among so many careers.
    Ranks(usize, Vec<Landing>),
    /// Pay in dollars a year: 10th, 25th, 50th, 75th and 90th percentile.
    Pay([Option<u32>; 5]),
    /// Areas by enjoying and being good at.
    Areas(Vec<Dot>),
}

/// An estimate with its uncertainty, in standard deviations.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What is estimated.
    pub name: String,
    /// The estimate.
    pub estimate: f64,
    /// How far it may be off.
    pub sd: f64,
    /// Whether an answer speaks of it.
    pub answered: bool,
}

/// A career's rank and where it would land again.
#[derive(Clone, Debug)]
pub struct Landing {
    /// The career.
    pub title: String,
    /// Its rank.
    pub rank: usize,
    /// Best and worst rank of the interval.
    pub between: (usize, usize),
}

/// A place on the map of areas, both from 1 to 5.
#[derive(Clone, Debug)]
pub struct Dot {
    /// The area.
    pub name: String,
    /// How much it is enjoyed.
    pub enjoy: f64,
    /// How well it is done.
    pub good_at: f64,
}

impl Section {
    /// An empty section.
    pub fn new(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), ..Self::default() }
    }

    /// Adds a block.
    pub fn push(&mut self, block: Block) -> &mut Self {
        self.blocks.push(block);
        self
    }

    /// Adds a paragraph, if there is anything in it.
    pub fn text(&mut self, text: impl Into<String>) -> &mut Self {
        let text = text.into();
        if !text.is_empty() {
            self.blocks.push(Block::Text(text));
        }
        self
    }

    /// Adds a paragraph of less weight, if there is anything in it.
    pub fn quiet(&mut self, text: impl Into<String>) -> &mut Self {
        let text = text.into();
        if !text.is_empty() {
            self.blocks.push(Block::Quiet(text));
        }
        self
    }

    /// Adds a list, if there is anything in it.
    pub fn points(&mut self, points: Vec<String>) -> &mut Self {
        if !points.is_empty() {
            self.blocks.push(Block::Points(points));
        }
        self
    }

    /// Adds labels with what stands for them; empty ones are left out.
    pub fn pairs(&mut self, mut pairs: Vec<(&'static str, String)>) -> &mut Self {
        pairs.retain(|(_, says)| !says.is_empty());
        if !pairs.is_empty() {
            self.blocks.push(Block::Pairs(pairs));
        }
        self
    }
}
