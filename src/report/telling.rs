//! Whatever is said to a person about a career or about themselves, composed once: text, Markdown, HTML, the screens
//! and line mode draw the same sections and sentences.

mod areas;
mod cards;
mod career;
mod compare;
mod direct;
mod directions;
mod distinctions;
mod figures;
mod goals;
mod hiring;
mod kept;
mod limits;
mod look_back;
mod next_step;
mod overview;
mod person;
mod plan;
mod quote;
mod reasons;
mod research;
mod rest;
mod so_far;
mod start_now;
mod suggested;
mod what_if;

pub use areas::{
    ENJOY, GOOD_AT, MAP_LEGEND, NO_AREAS, PLUS_MINUS, SHADING, advice, advice_heading, map_in_words, perhaps,
};
pub use cards::{CARD_PROMPT, CARD_TITLE, CONDITION_TITLE, card, condition_said, list_change, more_training, reaction};
pub use career::{
    DAY_ONE, LATER_STEP, MAX_ALIKE, alike, as_a_career, as_a_job, in_full, later_step, others, related, takes,
    try_and_ask,
};
pub use compare::{COMPARED, aspects, compared, settling};
pub use direct::{DirectLine, direct};
pub use directions::{
    MAX_DIRECTIONS, direction, direction_examples, direction_lines, direction_title, directions, examples, for_example,
    how_sure, lead, stays, within_limits,
};
pub use distinctions::{AS_A_CAREER, AS_A_JOB, ASK_YOURSELF, JOB_OR_CAREER, distinctions, job_and_career};
pub use figures::{
    BUREAU, ESTIMATED, STRIP, estimated, figures, mark, openings, outlook, pay_beside, pay_short, training,
};
pub use goals::{goals, goals_mark, served, your_goals};
pub use hiring::begins;
pub use kept::{ENOUGH_PLANS, kept, let_go, none_kept, stays_kept};
pub use limits::{
    ANY, LIMITS_DO, NO_CAREER_LEFT, hides, limit_question, limit_text, limits, limits_come_to, loosen, near_misses,
};
pub use look_back::{LookBackQuestion, after_looking_back, looked_back};
pub use next_step::{NEXT_STEP, Urgency, ask_done, next_step};
pub use overview::{
    LOVED, NOT_A_VERDICT, REPORT_TITLE, SURPRISES, THIS_WEEK, first_steps, headline, in_own_words, loved, present_job,
    surprises, this_week,
};
pub use person::{NOWHERE, again, care, drifting, few_answers, no_direction, sliders, staying, tendency, too_close};
pub use plan::{
    DAY_FORM, HOW_IT_WENT, NOTE, no_day, no_first_step, own_words, own_words_in_short, plan, plan_entry, plan_in_a_row,
};
pub use quote::{answered, answered_in_short};
pub use reasons::{Told, first_reasons, reason, reasons};
pub use research::research;
pub use so_far::{AGAIN, LEADING, NOTHING_TO_UNDO, PICTURE, SO_FAR, UNDONE, leaning, said_of};
pub use start_now::{
    LEADS_TO, MAX_STARTS, no_start, none_fits, row, start, start_now, starts_in_a_line, too_few_to_start,
};
pub use suggested::{limit_offer, suggested_because};
pub use what_if::what_if;
