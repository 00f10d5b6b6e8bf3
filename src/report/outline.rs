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
    /// How it is laid out where there are pages.
    pub layout: Layout,
}

/// How a section is laid out where there are pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Layout {
    /// Behind what is above.
    #[default]
    Plain,
    /// At the top of a page.
    NewPage,
    /// In two columns.
    Columns,
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
    /// What speaks for something, or against it.
    Reasons(Side, Vec<String>),
    /// A career's ladder.
    Ladder(Ladder),
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

/// Which way a reason speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// For it.
    For,
    /// Against it.
    Against,
}

impl Side {
    /// The sign before a reason, so that no colour is needed to tell the sides apart.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::For => "+",
            Self::Against => "−",
        }
    }
}

/// The posts of a career and the rungs below them.
#[derive(Clone, Debug, Default)]
pub struct Ladder {
    /// The posts, the first one first.
    pub posts: Vec<Post>,
    /// Jobs to begin with within weeks that lead to the first post.
    pub rungs: Vec<String>,
}

/// A post on a ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// What it is called.
    pub title: String,
    /// When it may come: "at the start", "after about three years".
    pub when: String,
}

impl Post {
    /// Both in a few words.
    pub fn to_words(&self) -> String {
        format!("{} ({})", self.title, self.when)
    }
}

impl Ladder {
    /// The posts in one line.
    pub fn to_line(&self) -> String {
        self.posts.iter().map(Post::to_words).collect::<Vec<_>>().join(", then ")
    }

    /// Both as labels, for whatever draws no ladder; empty ones are left out.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let pairs = [("The ladder", self.to_line()), (RUNGS, self.rungs.join("; "))];
        pairs.into_iter().filter(|(_, says)| !says.is_empty()).collect()
    }
}

/// What rungs are called.
pub const RUNGS: &str = "Rungs to it, jobs you can start within weeks";

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

impl Chart {
    /// Whether its figures stand in words nearby, so that a text does without its table: pay stands beside the ladder.
    pub fn is_told_in_words(&self) -> bool {
        matches!(self.picture, Picture::Pay(_))
    }
}

/// A career's pay in dollars a year.
#[derive(Clone, Debug)]
pub struct PayStrip {
    /// The career; empty where it stands alone.
    pub name: String,
    /// 10th, 25th, 50th, 75th and 90th percentile, where they are published.
    pub percentiles: [Option<u32>; 5],
}

/// Right ends that a pay axis may have, dollars a year.
const PAY_ENDS: [u32; 6] = [60_000, 80_000, 100_000, 150_000, 200_000, 250_000];

/// The right end of the axis on which these strips stand above each other: a round figure that holds all of them.
pub fn find_pay_axis<'s>(strips: impl IntoIterator<Item = &'s [Option<u32>; 5]>) -> u32 {
    let highest = strips.into_iter().flat_map(|percentiles| percentiles.iter().flatten()).max().copied().unwrap_or(0);
    PAY_ENDS.into_iter().find(|end| *end >= highest).unwrap_or(PAY_ENDS[PAY_ENDS.len() - 1])
}

/// What is drawn.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Picture {
    /// The six interests.
    Hexagon(Vec<Bar>),
    /// Estimates with whiskers.
    Bars(Vec<Bar>),
    /// Rank intervals among so many careers.
    Ranks(usize, Vec<ProjectedRank>),
    /// Pay, the strips above each other on one axis.
    Pay(Vec<PayStrip>),
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
    /// How many answers speak of it.
    pub answers: usize,
    /// What was answered to the questions that mainly ask about it, 1-5 on average; none where there is no such answer.
    pub own: Option<f64>,
}

/// A career's rank and where it would land again.
#[derive(Clone, Debug)]
pub struct ProjectedRank {
    /// The career.
    pub title: String,
    /// Its rank.
    pub rank: usize,
    /// Best and worst rank of the interval.
    pub between: (usize, usize),
}

/// A place on the map of areas, from 1 to 5 both ways.
#[derive(Clone, Debug)]
pub struct Dot {
    /// The area.
    pub name: String,
    /// How much it is enjoyed, and how far that may be off.
    pub enjoy: (f64, f64),
    /// How well it is done, and how far that may be off.
    pub good_at: (f64, f64),
}

impl Section {
    /// An empty section.
    pub fn new(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), ..Self::default() }
    }

    /// The same, laid out in this way where there are pages.
    pub fn with_layout(self, layout: Layout) -> Self {
        Self { layout, ..self }
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
