//! A first step that a person planned and whose day has come: was it done?

use crate::model::{Day, Plan};
use crate::tui::desk::{Desk, Sitting};
use crate::tui::effect::Effect;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::{Offered, show};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The question about one step.
#[derive(Debug)]
pub struct Due {
    session: String,
    career: String,
    text: String,
    cursor: Cursor,
}

impl Due {
    /// The first step of a session whose day has come, if there is one.
    pub fn of(sitting: &Sitting, now: u64) -> Option<Self> {
        let today = Day::of(now);
        let due = |plan: &Plan| !plan.done && !plan.step.is_empty() && plan.by.parse().is_ok_and(|by: Day| by <= today);
        let (kept, plan) = sitting.record.kept.iter().find_map(|kept| {
            let plan = kept.plan.as_ref().filter(|plan| due(plan))?;
            Some((kept, plan))
        })?;
        let text = format!("You meant to \"{}\" by {}. Done?", plan.step.trim_end_matches('.'), words(&plan.by, today));
        Some(Self { session: sitting.name.clone(), career: kept.career.clone(), text, cursor: Cursor::default() })
    }

    /// The question.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn take(&self, row: usize, desk: &mut Desk) -> Go {
        if row == 0 {
            desk.ask(Effect::Done { session: self.session.clone(), career: self.career.clone() });
            desk.mark_done(&self.session, &self.career);
            desk.say("Well done. The next step is yours to choose.");
        } else {
            desk.say("It stays in your plan.");
        }
        Go::Close
    }
}

/// A day of the last week by its name, an earlier one by its date.
fn words(by: &str, today: Day) -> String {
    let recent = by.parse().ok().filter(|by: &Day| today.0 - by.0 < 7);
    recent.map_or(by.to_string(), |by| by.weekday().to_string())
}

impl Screen for Due {
    fn place(&self) -> Place {
        Place::Choose
    }

    fn title(&self, _desk: &Desk) -> String {
        "Your plan".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let mut column = Column::new(buffer, area);
        column.text(&self.text, desk.theme.style(Role::Strong)).gap(1);
        let labels = ["Yes, done", "Not yet"];
        let offered: Vec<Offered<'_>> =
            labels.iter().zip(1..).map(|(label, digit)| Offered { digit: Some(digit), label, taken: false }).collect();
        let (rest, buffer) = column.take(u16::MAX);
        show(buffer, rest, &offered, self.cursor, desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.cursor.moved(action, 2) {
            return Go::Stay;
        }
        match action {
            Action::Accept => self.take(self.cursor.row, desk),
            Action::Digit(digit @ 1..=2) => self.take(usize::from(digit) - 1, desk),
            Action::Skip | Action::Back | Action::Close => Go::Close,
            _ => Go::Stay,
        }
    }

    fn digits(&self, _desk: &Desk) -> &'static str {
        "1-2"
    }

    fn asks(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kept, Record};

    const FRIDAY: &str = "2026-11-20";
    const SUNDAY: u64 = 20_779 * 86_400;

    fn sitting(step: &str, by: &str, done: bool) -> Sitting {
        let plan = Plan { step: step.into(), by: by.into(), done, ..Plan::default() };
        let kept = vec![Kept { career: "47-2031.00".into(), plan: Some(plan), ..Kept::default() }];
        Sitting { name: "a".into(), record: Record { kept, ..Record::default() }, ..Sitting::default() }
    }

    #[test]
    fn a_step_whose_day_has_come_is_asked_about() {
        let due = Due::of(&sitting("Ring the workshop.", FRIDAY, false), SUNDAY).expect("it is due");
        assert_eq!(due.text(), "You meant to \"Ring the workshop\" by Friday. Done?");
        let long_ago = Due::of(&sitting("Ring", "2026-01-02", false), SUNDAY).expect("it is due");
        assert!(long_ago.text().contains("by 2026-01-02"));
    }

    #[test]
    fn a_step_that_is_done_or_still_ahead_or_without_a_day_is_not() {
        assert!(Due::of(&sitting("Ring", FRIDAY, true), SUNDAY).is_none());
        assert!(Due::of(&sitting("Ring", "2026-12-01", false), SUNDAY).is_none());
        assert!(Due::of(&sitting("Ring", "", false), SUNDAY).is_none());
        assert!(Due::of(&sitting("Ring", "soon", false), SUNDAY).is_none());
    }
}
