//! Every action, its keys, its words and the screens it works on.

use KeyScope::{
    About, Browse, Career, Choose, Columns, Distinctions, Goals, Help, Job, Leave, Listing, Menu, Overview, Page, Pair,
    Palette, Plan, Profile, Question, Results, Review, Sliders, Turn, Welcome, Write,
};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// One less, on a slider.
    Less,
    /// One more, on a slider.
    More,
    /// Answer with a digit; the table's row stands for all ten.
    Digit(u8),
    /// Take what is marked, or go on.
    Accept,
    /// Mark or unmark, where several can be chosen.
    Toggle,
    /// To the step before.
    Back,
    /// Close what is open, or go back.
    Close,
    /// Leave this question out.
    Skip,
    /// Take the last answer back.
    Undo,
    /// To the results so far.
    Results,
    /// All answers, to change one.
    Review,
    /// Job and career in full.
    Distinctions,
    /// Look a career up.
    Search,
    /// From results back to the questions.
    Questions,
    /// What can be started now.
    Start,
    /// The profile.
    Profile,
    /// What one must or would rather have.
    Limits,
    /// Keep a career in mind, or let it go.
    Keep,
    /// Careers kept in mind.
    Bookmark,
    /// A note on a career.
    Note,
    /// The plan for a career.
    Plan,
    /// What would change it.
    WhatIf,
    /// Careers side by side.
    Compare,
    /// A report to keep.
    Export,
    /// Any action, screen or career, by its name.
    Palette,
    /// Help.
    Help,
    /// Take the last typed character back.
    Erase,
    /// Empty the text field.
    Clear,
    /// Leave the program.
    Quit,
    /// Leave at once, as if stopped from outside.
    Interrupt,
    /// To the shell and back with `fg`.
    Suspend,
}

/// A kind of screen, as far as keys differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyScope {
    /// The first screen.
    Welcome,
    /// One choice among a few, never scored.
    Choose,
    /// Up to three among several.
    Goals,
    /// The present job, by search.
    Job,
    /// A part begins.
    Turn,
    /// A scored question.
    Question,
    /// Either, or, or neither.
    Pair,
    /// What work should do now.
    Sliders,
    /// The results on one screen.
    Overview,
    /// The whole list.
    Results,
    /// One career in full.
    Career,
    /// A list of careers that is not the ranking.
    Listing,
    /// Two lists beside each other.
    Columns,
    /// A menu.
    Menu,
    /// What one wants to leave.
    Leave,
    /// The plan for a career.
    Plan,
    /// A note or an entry of a plan.
    Write,
    /// The profile.
    Profile,
    /// A text to read.
    Page,
    /// All answers.
    Review,
    /// Search in all careers.
    Browse,
    /// Job and career in full.
    Distinctions,
    /// What this is.
    About,
    /// Help.
    Help,
    /// Any action, screen or career, by its name.
    Palette,
}

impl KeyScope {
    /// Every kind of screen.
    pub const ALL: [Self; 25] = [
        Welcome,
        Choose,
        Goals,
        Job,
        Turn,
        Question,
        Pair,
        Sliders,
        Overview,
        Results,
        Career,
        Listing,
        Columns,
        Menu,
        Leave,
        Plan,
        Write,
        Profile,
        Page,
        Review,
        Browse,
        Distinctions,
        About,
        Help,
        Palette,
    ];

    /// Whether keys with a character are typed into a text field here.
    pub const fn is_typing(self) -> bool {
        matches!(self, Job | Browse | Write | Palette)
    }

    /// Where that is, for a sentence: "works in the results".
    pub const fn words(self) -> &'static str {
        match self {
            Welcome => "on the first screen",
            Choose | Goals | Job => "at the questions about where you are",
            Turn => "between the parts",
            Question | Pair => "at a question",
            Sliders => "at the sliders",
            Overview => "in the results",
            Results => "in the list of careers",
            Career => "on a career's page",
            Listing => "in a list of careers",
            Columns => "where careers stand side by side",
            Menu => "in a menu",
            Leave => "where you say what to leave",
            Plan => "in a plan",
            Write => "where you write",
            Profile => "in your profile",
            Page | About | Help | Distinctions => "on a page to read",
            Review => "among your answers",
            Browse => "where careers are looked up",
            Palette => "where anything is found by its name",
        }
    }

    /// The actions that the footer names first, the most useful one first; the others follow in the table's order.
    pub const fn first_hints(self) -> &'static [Action] {
        match self {
            Welcome => &[Action::Accept, Action::Search, Action::Palette],
            Choose | Pair | Question => &[Action::Digit(0), Action::Back, Action::Skip, Action::Results],
            Goals => &[Action::Digit(0), Action::Accept, Action::Back, Action::Skip],
            Sliders => &[Action::Digit(0), Action::Less, Action::Accept, Action::Back],
            Turn => &[Action::Accept, Action::Back, Action::Results],
            Overview => &[Action::Digit(0), Action::Accept, Action::Questions, Action::Palette],
            Results => &[Action::Accept, Action::Digit(0), Action::Toggle, Action::Compare, Action::Back],
            Career => &[Action::Keep, Action::Plan, Action::Back, Action::Palette],
            Listing => &[Action::Accept, Action::Keep, Action::Compare, Action::Back],
            _ => &[],
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// What the keys ask for.
    pub action: Action,
    /// Names of the keys, the one to show first.
    pub keys: &'static [&'static str],
    /// A word or two for the footer; empty where the footer leaves it out.
    pub hint: &'static str,
    /// One line for the help overlay and docs/keys.md.
    pub help: &'static str,
    /// The name in the config; empty where the keys are fixed.
    pub config: &'static str,
    /// Where it works.
    pub places: &'static [KeyScope],
}

impl Binding {
    /// Whether the config cannot change its keys.
    pub const fn is_fixed(&self) -> bool {
        self.config.is_empty()
    }
}

const ALL: &[KeyScope] = &KeyScope::ALL;
const READING: &[KeyScope] = &[
    Welcome,
    Choose,
    Goals,
    Turn,
    Question,
    Pair,
    Sliders,
    Overview,
    Results,
    Career,
    Listing,
    Columns,
    Menu,
    Leave,
    Plan,
    Profile,
    Page,
    Review,
    Distinctions,
    About,
    Help,
];
const FIELDS: &[KeyScope] = &[Job, Browse, Write, Palette];
const SCROLLS: &[KeyScope] = &[
    Welcome,
    Choose,
    Goals,
    Question,
    Pair,
    Sliders,
    Overview,
    Results,
    Career,
    Listing,
    Columns,
    Menu,
    Leave,
    Plan,
    Profile,
    Page,
    Review,
    Distinctions,
    About,
    Help,
];
/// Where left and right do something of their own.
const SIDEWAYS: &[KeyScope] = &[Sliders, Columns, Profile];
/// Where a career is in focus.
const CAREERS: &[KeyScope] = &[Results, Career, Listing];

const fn build_row(
    action: Action,
    keys: &'static [&'static str],
    hint: &'static str,
    help: &'static str,
    config: &'static str,
    places: &'static [KeyScope],
) -> Binding {
    Binding { action, keys, hint, help, config, places }
}

/// All keys, in the order of the help overlay; the footer shows hints in this order too.
pub static TABLE: &[Binding] = &[
    build_row(
        Action::Digit(0),
        &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
        "answer",
        "take the choice beside the digit and move on",
        "",
        &[Choose, Goals, Question, Pair, Sliders, Welcome, Overview, Results, Menu, Leave, Plan, Profile],
    ),
    build_row(Action::Accept, &["enter"], "choose", "take what is marked, or go on", "accept", ALL),
    build_row(
        Action::Toggle,
        &["space"],
        "mark",
        "mark or unmark, where several can be chosen; in the results, to compare",
        "toggle",
        &[Goals, Results, Leave, Plan],
    ),
    build_row(
        Action::Start,
        &["n"],
        "start now",
        "what can be started within weeks, from twelve answers on",
        "start",
        &[Turn, Question, Pair, Sliders, Overview, Results],
    ),
    build_row(Action::Keep, &["f"], "keep", "keep a career among your favourites, or let it go", "keep", CAREERS),
    build_row(Action::Plan, &["P"], "plan", "your plan for a career", "plan", CAREERS),
    build_row(Action::Note, &["w"], "note", "a note of your own on a career", "note", CAREERS),
    build_row(
        Action::Compare,
        &["c"],
        "compare",
        "marked or kept careers side by side",
        "compare",
        &[Results, Listing],
    ),
    build_row(
        Action::Limits,
        &["L"],
        "limits",
        "what work must give you, and what counts most when ranking",
        "limits",
        &[Turn, Pair, Sliders, Overview],
    ),
    build_row(Action::Profile, &["p"], "profile", "your profile in bars and pictures", "profile", &[Overview]),
    build_row(Action::Bookmark, &["F"], "kept", "careers you keep, and your plans", "kept", &[Overview]),
    build_row(
        Action::WhatIf,
        &["i"],
        "look again",
        "look again at the answers that would change a career's place",
        "what-if",
        &[Career],
    ),
    build_row(
        Action::Export,
        &["e"],
        "report",
        "write a report to keep, in the format you choose",
        "export",
        &[Overview, Results, Career, Listing, Profile],
    ),
    build_row(Action::Up, &["up", "k"], "", "to the row above", "up", READING),
    build_row(Action::Down, &["down", "j"], "", "to the row below", "down", READING),
    build_row(Action::Up, &["up"], "", "to the row above, while typing", "", FIELDS),
    build_row(Action::Down, &["down"], "", "to the row below, while typing", "", FIELDS),
    build_row(Action::Less, &["left", "h"], "move", "to the left: a slider, a picture", "less", SIDEWAYS),
    build_row(Action::More, &["right", "l"], "", "to the right: a slider, a picture", "more", SIDEWAYS),
    build_row(
        Action::Back,
        &["b"],
        "back",
        "to the step before; answers stay",
        "back",
        &[
            Choose, Goals, Turn, Question, Pair, Sliders, Overview, Results, Career, Listing, Columns, Menu, Leave,
            Plan, Profile, Page, Review,
        ],
    ),
    build_row(
        Action::Close,
        &["esc"],
        "close",
        "close what is open, or go a step back; from the results, to the first screen",
        "close",
        ALL,
    ),
    build_row(Action::Skip, &["s"], "skip", "leave this one out", "skip", &[Choose, Goals, Question, Pair, Sliders]),
    build_row(
        Action::Results,
        &["r"],
        "results",
        "to the results so far; the questions wait for you",
        "results",
        &[Turn, Question, Pair, Sliders],
    ),
    build_row(
        Action::Questions,
        &["a"],
        "more questions",
        "go on answering where questions are left",
        "questions",
        &[Overview],
    ),
    build_row(
        Action::Search,
        &["/"],
        "search",
        "look any career up",
        "search",
        &[Welcome, Overview, Results, Career, Listing, Menu],
    ),
    build_row(
        Action::Distinctions,
        &["d"],
        "job or career",
        "the difference between a job and a career, in full",
        "distinctions",
        &[Welcome, Choose, Goals, Turn, Question, Pair, Sliders, Overview, Results, Career, Listing],
    ),
    build_row(
        Action::Undo,
        &["u"],
        "undo",
        "take the last answer back, as if never given",
        "undo",
        &[Turn, Question, Pair, Overview],
    ),
    build_row(
        Action::Review,
        &["v"],
        "all answers",
        "all your answers, to change any of them",
        "review",
        &[Turn, Question, Pair, Sliders, Overview, Results],
    ),
    build_row(Action::First, &["home", "g"], "", "to the first row", "first", SCROLLS),
    build_row(Action::Last, &["end", "G"], "", "to the last row", "last", SCROLLS),
    build_row(Action::PageUp, &["pageup", "ctrl-u"], "", "a page up", "page-up", SCROLLS),
    build_row(Action::PageDown, &["pagedown", "ctrl-d"], "", "a page down", "page-down", SCROLLS),
    build_row(Action::PageUp, &["pageup"], "", "a page up, while typing", "", FIELDS),
    build_row(Action::PageDown, &["pagedown"], "", "a page down, while typing", "", FIELDS),
    build_row(Action::Erase, &["backspace"], "", "take the last typed letter back", "", FIELDS),
    build_row(Action::Clear, &["ctrl-u"], "", "empty what was typed", "clear", FIELDS),
    build_row(
        Action::Palette,
        &[":", "ctrl-p"],
        "find",
        "find any action, screen or career by its name",
        "palette",
        READING,
    ),
    build_row(Action::Palette, &["ctrl-p"], "", "the same while typing", "", &[Job, Browse, Write]),
    build_row(Action::Help, &["?"], "help", "this list of keys", "help", READING),
    build_row(Action::Quit, &["q"], "leave", "leave; every answer is kept", "quit", READING),
    build_row(Action::Interrupt, &["ctrl-c"], "", "leave at once; every answer is kept", "", ALL),
    build_row(Action::Suspend, &["ctrl-z"], "", "to the shell; `fg` comes back", "", ALL),
];
