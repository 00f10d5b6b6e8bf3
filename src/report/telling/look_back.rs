//! The look back on a first step that is done: did it give energy or cost it, and would one do it again?

use crate::model::LookBack;

/// What is asked of a step that is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookBackQuestion {
    /// Whether it gave energy or cost it.
    Energy,
    /// Whether one would do it again.
    Again,
}

impl LookBackQuestion {
    /// All questions, in the order they are asked.
    pub const ALL: [Self; 2] = [Self::Energy, Self::Again];

    /// The question.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Energy => "Well done. How was it?",
            Self::Again => "Would you do it again?",
        }
    }

    /// Its choices: yes, no, and undecided.
    pub const fn choices(self) -> &'static [&'static str] {
        match self {
            Self::Energy => &["It gave me energy", "It cost me energy", "Neither, or hard to say"],
            Self::Again => &["Yes", "No", "I do not know yet"],
        }
    }

    /// Notes the choice at a place, counted from 0; being undecided is no answer.
    pub fn take(self, choice: usize, look_back: &mut LookBack) {
        let said = [Some(true), Some(false)].get(choice).copied().flatten();
        match self {
            Self::Energy => look_back.gave_energy = said,
            Self::Again => look_back.again = said,
        }
    }

    /// The question after it; none after the last.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Energy => Some(Self::Again),
            Self::Again => None,
        }
    }
}

/// What is said once all is answered.
pub const fn describe_after_look_back(look_back: LookBack) -> &'static str {
    match (look_back.gave_energy, look_back.again) {
        (Some(false), _) | (_, Some(false)) => "Good to know so early: that is what a first step is for.",
        (_, Some(true)) => "That says more than any list. The next step is yours to choose.",
        _ => "Well done. The next step is yours to choose.",
    }
}

/// How a first step was, as a few words; empty before it was looked back at.
pub fn describe_look_back(look_back: LookBack) -> String {
    let energy = look_back.gave_energy.map(|gave| if gave { "gave me energy" } else { "cost me energy" });
    let again = look_back.again.map(|again| if again { "I would do it again" } else { "I would not do it again" });
    energy.into_iter().chain(again).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_told_as_it_was_made_and_being_undecided_takes_it_back() {
        let mut look_back = LookBack::default();
        LookBackQuestion::Energy.take(1, &mut look_back);
        LookBackQuestion::Again.take(0, &mut look_back);
        assert_eq!(describe_look_back(look_back), "cost me energy; I would do it again");

        LookBackQuestion::Energy.take(2, &mut look_back);
        assert_eq!(describe_look_back(look_back), "I would do it again");
    }

    #[test]
    fn a_step_that_cost_energy_is_no_failure() {
        let said = |gave_energy, again| describe_after_look_back(LookBack { gave_energy, again });
        assert!(said(Some(false), Some(true)).starts_with("Good to know"));
        assert!(said(None, Some(true)).starts_with("That says more"));
        assert!(said(None, None).starts_with("Well done"));
    }
}
