//! Where a click does something, gathered while a frame is painted: footer hints, numbered choices, rows of lists.

use super::keys::Key;
use ratatui::layout::{Position, Rect};
use std::cell::RefCell;

/// Lines of a text that one step of the wheel moves by.
const WHEEL: usize = 3;

/// What the mouse did, in cells from the top left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// Pressed its first button.
    Click(Position),
    /// Turned its wheel, towards the person or away.
    Wheel(Position, ScrollDirection),
}

/// Which way the wheel turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScrollDirection {
    /// To what stands above.
    Up,
    /// To what stands below.
    Down,
}

/// What the mouse asks for, as keys would.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseCommand {
    /// The same as this key.
    Press(Key),
    /// So many rows up or down.
    Move(ScrollDirection, usize),
    /// A page of the text beside the list.
    Page(ScrollDirection),
    /// What enter does.
    Accept,
}

/// What stands in an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Key(Key),
    Row { chosen: bool },
}

/// The areas of the frame on the screen, the last drawn on top.
#[derive(Debug, Default)]
pub struct Clicks(RefCell<Vec<(Rect, Target)>>);

impl Clicks {
    /// Forgets the frame before.
    pub fn forget(&self) {
        self.0.borrow_mut().clear();
    }

    /// A click here is this key.
    pub fn add_key(&self, area: Rect, key: Key) {
        self.0.borrow_mut().push((area, Target::Key(key)));
    }

    /// A row of a list, the rows of one list from top to bottom; a click here goes there, or takes it where it is chosen.
    pub fn add_row(&self, area: Rect, chosen: bool) {
        self.0.borrow_mut().push((area, Target::Row { chosen }));
    }

    /// What the mouse asks for, if anything.
    pub fn find_command(&self, mouse: Mouse) -> Option<MouseCommand> {
        match mouse {
            Mouse::Click(at) => self.find_clicked(at),
            Mouse::Wheel(at, turn) => Some(self.turn_wheel(at, turn)),
        }
    }

    fn find_clicked(&self, at: Position) -> Option<MouseCommand> {
        let targets = self.0.borrow();
        let (area, target) = targets.iter().rev().find(|(area, _)| area.contains(at))?;
        if let Target::Key(key) = target {
            return Some(MouseCommand::Press(*key));
        }

        // lists beside each other begin in columns of their own, so that rows of one list share their left edge
        let beside = |(other, _): &&(Rect, Target)| other.x == area.x;
        let rows = targets.iter().filter(beside).filter_map(|(area, target)| match target {
            Target::Row { chosen } => Some((area.y, *chosen)),
            Target::Key(_) => None,
        });
        let rows: Vec<(u16, bool)> = rows.collect();

        let chosen = rows.iter().position(|(_, chosen)| *chosen)?;
        let clicked = rows.iter().position(|(y, _)| *y == area.y)?;
        Some(match clicked.checked_sub(chosen) {
            Some(0) => MouseCommand::Accept,
            Some(down) => MouseCommand::Move(ScrollDirection::Down, down),
            None => MouseCommand::Move(ScrollDirection::Up, chosen - clicked),
        })
    }

    /// Over a list the wheel moves in it, beside one it turns the page, and a text alone runs by a few lines.
    fn turn_wheel(&self, at: Position, turn: ScrollDirection) -> MouseCommand {
        let targets = self.0.borrow();
        let mut rows = targets.iter().filter(|(_, target)| matches!(target, Target::Row { .. })).map(|(area, _)| area);

        // where two lists stand side by side there is no text to turn the pages of
        match rows.next() {
            None => MouseCommand::Move(turn, WHEEL),
            Some(first) if at.x < first.right() || rows.any(|row| row.x != first.x) => MouseCommand::Move(turn, 1),
            Some(_) => MouseCommand::Page(turn),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build_list() -> Clicks {
        let clicks = Clicks::default();
        for (y, chosen) in [(4, false), (5, true), (7, false)] {
            clicks.add_row(Rect::new(2, y, 20, 1), chosen);
        }
        clicks.add_key(Rect::new(2, 10, 6, 1), Key::from_name("q").expect("a key"));
        clicks
    }

    fn click_at(x: u16, y: u16) -> Option<MouseCommand> {
        build_list().find_command(Mouse::Click(Position { x, y }))
    }

    #[test]
    fn a_click_goes_to_a_row_or_takes_the_chosen_one_or_presses_a_key() {
        assert_eq!(click_at(3, 4), Some(MouseCommand::Move(ScrollDirection::Up, 1)));
        assert_eq!(click_at(3, 5), Some(MouseCommand::Accept));
        assert_eq!(click_at(3, 7), Some(MouseCommand::Move(ScrollDirection::Down, 1)));
        assert_eq!(click_at(7, 10), Some(MouseCommand::Press(Key::from_name("q").expect("a key"))));
        assert_eq!((click_at(3, 6), click_at(30, 4)), (None, None));
    }

    #[test]
    fn the_wheel_moves_in_a_list_and_turns_the_page_beside_it() {
        let wheel = |clicks: &Clicks, x| clicks.find_command(Mouse::Wheel(Position { x, y: 6 }, ScrollDirection::Down));
        assert_eq!(wheel(&build_list(), 3), Some(MouseCommand::Move(ScrollDirection::Down, 1)));
        assert_eq!(wheel(&build_list(), 40), Some(MouseCommand::Page(ScrollDirection::Down)));
        assert_eq!(wheel(&Clicks::default(), 3), Some(MouseCommand::Move(ScrollDirection::Down, WHEEL)));
    }
}
