//! Every action, its keys, its words and the screens it works on.

use Place::{
    About, Browse, Career, Choose, Columns, Distinctions, Goals, Help, Job, Leave, Limits, Listing, Menu, Page, Pair,
    Plan, Profile, Question, Results, Review, Sliders, Turn, Welcome, Write,
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
    /// Everything else of the results.
    Views,
    /// The profile.
    Profile,
    /// What one must or would rather have.
    Limits,
    /// What comes first when ranking.
    Emphasis,
    /// Other groups in the list.
    Group,
    /// Keep a career in mind, or let it go.
    Keep,
    /// Careers kept in mind.
    Kept,
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
pub enum Place {
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
    /// The ranked list.
    Results,
    /// One career in full.
    Career,
    /// A list of careers that is not the ranking.
    Listing,
    /// Two lists beside each other.
    Columns,
    /// A menu.
    Menu,
    /// What one must or would rather have.
    Limits,
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
}

impl Place {
    /// Every kind of screen.
    pub const ALL: [Self; 24] = [
        Welcome,
        Choose,
        Goals,
        Job,
        Turn,
        Question,
        Pair,
        Sliders,
        Results,
        Career,
        Listing,
        Columns,
        Menu,
        Limits,
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
    ];

    /// Whether keys with a character are typed into a text field here.
    pub const fn types(self) -> bool {
        matches!(self, Job | Browse | Write)
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
    /// One line for the help overlay and README.
    pub help: &'static str,
    /// The name in the config; empty where the keys are fixed.
    pub config: &'static str,
    /// Where it works.
    pub places: &'static [Place],
}

impl Binding {
    /// Whether the config cannot change its keys.
    pub const fn is_fixed(&self) -> bool {
        self.config.is_empty()
    }
}

const ALL: &[Place] = &Place::ALL;
const READING: &[Place] = &[
    Welcome,
    Choose,
    Goals,
    Turn,
    Question,
    Pair,
    Sliders,
    Results,
    Career,
    Listing,
    Columns,
    Menu,
    Limits,
    Leave,
    Plan,
    Profile,
    Page,
    Review,
    Distinctions,
    About,
    Help,
];
const FIELDS: &[Place] = &[Job, Browse, Write];
const SCROLLS: &[Place] = &[
    Welcome,
    Choose,
    Goals,
    Question,
    Pair,
    Sliders,
    Results,
    Career,
    Listing,
    Columns,
    Menu,
    Limits,
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
const SIDEWAYS: &[Place] = &[Sliders, Columns, Limits, Profile];
/// Where a career is in focus.
const CAREERS: &[Place] = &[Results, Career, Listing];

const fn row(
    action: Action,
    keys: &'static [&'static str],
    hint: &'static str,
    help: &'static str,
    config: &'static str,
    places: &'static [Place],
) -> Binding {
    Binding { action, keys, hint, help, config, places }
}

/// All keys, in the order of the help overlay; the footer shows hints in this order too.
pub static TABLE: &[Binding] = &[
    row(
        Action::Digit(0),
        &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
        "answer",
        "answer at once with the digit beside a choice",
        "",
        &[Choose, Goals, Question, Pair, Sliders, Welcome, Menu, Leave, Profile],
    ),
    row(Action::Accept, &["enter"], "choose", "take what is marked, or go on", "accept", ALL),
    row(
        Action::Toggle,
        &["space"],
        "mark",
        "mark or unmark, where several can be chosen; in the results, to compare",
        "toggle",
        &[Goals, Results, Limits, Leave, Plan],
    ),
    row(Action::Views, &["m"], "more", "everything else of the results", "views", &[Results]),
    row(
        Action::Start,
        &["n"],
        "start now",
        "what can be started within weeks, from twelve answers on",
        "start",
        &[Turn, Question, Pair, Sliders, Results],
    ),
    row(Action::Keep, &["f"], "keep", "keep a career in mind, or let it go", "keep", CAREERS),
    row(Action::Plan, &["t"], "plan", "your plan for a career", "plan", CAREERS),
    row(Action::Note, &["w"], "note", "a note of your own on a career", "note", CAREERS),
    row(Action::Compare, &["c"], "compare", "marked or kept careers side by side", "compare", &[Results, Listing]),
    row(Action::Limits, &["l"], "limits", "what you must or would rather have", "limits", &[Results]),
    row(Action::Group, &["o"], "order", "groups by fit, family or training", "group", &[Results]),
    row(Action::Emphasis, &["r"], "emphasis", "what comes first when ranking", "emphasis", &[Results]),
    row(Action::Profile, &["p"], "profile", "your profile in bars and pictures", "profile", &[Results]),
    row(Action::Kept, &["y"], "kept", "careers you keep, and your plans", "kept", &[Results]),
    row(Action::WhatIf, &["i"], "what if", "what would change the place of a career", "what-if", CAREERS),
    row(
        Action::Export,
        &["e"],
        "report",
        "write a report to keep, in the format you choose",
        "export",
        &[Results, Career, Listing, Profile],
    ),
    row(Action::Up, &["up", "k"], "", "to the row above", "up", READING),
    row(Action::Down, &["down", "j"], "", "to the row below", "down", READING),
    row(Action::Up, &["up"], "", "to the row above, while typing", "", FIELDS),
    row(Action::Down, &["down"], "", "to the row below, while typing", "", FIELDS),
    row(Action::Less, &["left", "h"], "less", "to the left: a slider, a limit, a picture", "less", SIDEWAYS),
    row(Action::More, &["right", "l"], "more", "to the right: a slider, a limit, a picture", "more", SIDEWAYS),
    row(
        Action::Back,
        &["b", "left", "h"],
        "back",
        "to the step before",
        "back",
        &[Choose, Goals, Turn, Question, Pair, Results, Career, Listing, Menu, Leave, Plan, Page, Review],
    ),
    row(Action::Back, &["b"], "back", "to the step before, where left moves something", "", SIDEWAYS),
    row(
        Action::Close,
        &["esc"],
        "close",
        "close what is open; from a question or the results, to the first screen",
        "close",
        ALL,
    ),
    row(Action::Skip, &["s"], "skip", "leave this one out", "skip", &[Choose, Goals, Question, Pair, Sliders]),
    row(
        Action::Results,
        &["r"],
        "results",
        "to the results so far; the questions wait for you",
        "results",
        &[Turn, Question, Pair, Sliders],
    ),
    row(
        Action::Questions,
        &["a"],
        "more questions",
        "go on answering where questions are left",
        "questions",
        &[Results],
    ),
    row(Action::Search, &["/"], "search", "look any career up", "search", &[Welcome, Results, Career, Listing, Menu]),
    row(
        Action::Distinctions,
        &["d"],
        "job or career",
        "the difference between a job and a career, in full",
        "distinctions",
        &[Welcome, Choose, Goals, Turn, Question, Pair, Sliders, Results, Career, Listing],
    ),
    row(Action::Undo, &["u"], "undo", "take the last answer back", "undo", &[Turn, Question, Pair, Results]),
    row(
        Action::Review,
        &["v"],
        "all answers",
        "all your answers, to change any of them",
        "review",
        &[Turn, Question, Pair, Sliders, Results],
    ),
    row(Action::First, &["home", "g"], "", "to the first row", "first", SCROLLS),
    row(Action::Last, &["end", "G"], "", "to the last row", "last", SCROLLS),
    row(Action::PageUp, &["pageup", "ctrl-u"], "", "a page up", "page-up", SCROLLS),
    row(Action::PageDown, &["pagedown", "ctrl-d"], "", "a page down", "page-down", SCROLLS),
    row(Action::PageUp, &["pageup"], "", "a page up, while typing", "", FIELDS),
    row(Action::PageDown, &["pagedown"], "", "a page down, while typing", "", FIELDS),
    row(Action::Erase, &["backspace"], "", "take the last typed letter back", "", FIELDS),
    row(Action::Clear, &["ctrl-u"], "", "empty what was typed", "clear", FIELDS),
    row(Action::Help, &["?"], "help", "this list of keys", "help", READING),
    row(Action::Quit, &["q"], "leave", "leave; every answer is kept", "quit", READING),
    row(Action::Interrupt, &["ctrl-c"], "", "leave at once; every answer is kept", "", ALL),
    row(Action::Suspend, &["ctrl-z"], "", "to the shell; `fg` comes back", "", ALL),
];
