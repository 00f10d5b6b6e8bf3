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
mod leaving;
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
mod sides;
mod so_far;
mod start_now;
mod suggested;
mod what_if;

pub use areas::{
    ENJOY, GOOD_AT, MAP_LEGEND, NO_AREAS, PLUS_MINUS, SHADING, describe_advice, describe_advice_heading,
    describe_doubt, describe_map,
};
pub use cards::{
    CARD_PROMPT, CARD_TITLE, CONDITION_TITLE, describe_card, describe_condition, describe_list_change,
    describe_more_training, describe_reaction,
};
pub use career::{
    DAY_ONE, FOLDED, LATER_STEP, MAX_ALIKE, compose_as_a_career, compose_as_a_job, compose_career, compose_try_and_ask,
    describe_alike, describe_later_step, describe_related, describe_years, join_others,
};
pub use compare::{COMPARED, compose_comparison, compose_settling, list_aspects};
pub use directions::{
    MAX_DIRECTIONS, compose_direction, compose_directions, describe_certainty, describe_examples, describe_stays,
    find_direction_title, find_lead, limit_directions, list_direction_examples, list_directions, list_examples,
};
pub use distinctions::{
    AS_A_CAREER, AS_A_JOB, ASK_YOURSELF, JOB_OR_CAREER, compose_distinctions, describe_job_and_career,
};
pub use figures::{
    BUREAU, ESTIMATED, STRIP, compare_pay, compose_figures, describe_estimated, describe_openings, describe_outlook,
    describe_pay, describe_training, mark_outlook,
};
pub use goals::{compose_goals, compose_your_goals, list_served, mark_goals};
pub use hiring::describe_beginning;
pub use kept::{ENOUGH_PLANS, confirm_kept, confirm_let_go, confirm_stays_kept, describe_none_kept};
pub use leaving::describe_way;
pub use limits::{
    ANY, LIMITS_DO, NO_CAREER_LEFT, compose_limits, describe_limited, describe_strength, find_limit_text, list_hides,
    list_near_misses, suggest_loosening,
};
pub use look_back::{LookBackQuestion, describe_after_look_back, describe_look_back};
pub use next_step::{NEXT_STEP, Urgency, ask_done, describe_next_step};
pub use overview::{
    LOVED, NOT_A_VERDICT, REPORT_TITLE, SURPRISES, THIS_WEEK, describe_headline, describe_loved, describe_present_job,
    describe_surprises, describe_this_week, list_first_steps, quote_direction,
};
pub use person::{
    NOWHERE, PERHAPS, describe_care, describe_drifting, describe_extent, describe_few_answers, describe_hints,
    describe_interval, describe_lower_word, describe_no_direction, describe_sliders, describe_staying,
    describe_tendency, describe_too_close,
};
pub use plan::{
    DAY_FORM, HOW_IT_WENT, NOTE, describe_plan, list_own_words, list_own_words_in_short, list_plan, name_plan_entry,
    refuse_day, refuse_no_first_step,
};
pub use quote::{quote_answers, quote_in_short};
pub use reasons::{Told, compose_reasons, describe_reason, find_first_reasons};
pub use research::compose_research;
pub use so_far::{AGAIN, LEADING, NOTHING_TO_UNDO, PICTURE, SO_FAR, UNDONE, describe_leaning, describe_said};
pub use start_now::{
    LEADS_TO, MAX_STARTS, compose_start, compose_start_now, describe_no_start, describe_none_fits, describe_sign,
    describe_starts, describe_too_few, format_row,
};
pub use suggested::{describe_limit_offer, describe_why_suggested};
pub use what_if::compose_what_if;
