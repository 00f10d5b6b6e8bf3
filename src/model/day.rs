//! Days of the calendar, written as 2027-03-15.

use std::fmt;
use std::str::FromStr;

/// Seconds of a day.
pub const SECONDS_PER_DAY: u64 = 86_400;

/// Days of 400 years, after which the calendar repeats.
const CYCLE: i64 = 146_097;

/// Days from the first of March of the year 0 to 1970-01-01.
const EPOCH: i64 = 719_468;

/// A day, as the number of days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i64);

/// The text is no day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDay;

impl Day {
    /// The day (UTC) of a time in seconds since 1970.
    pub fn of(seconds: u64) -> Self {
        Self((seconds / SECONDS_PER_DAY).cast_signed())
    }

    /// The name of the day of the week.
    pub fn weekday(self) -> &'static str {
        const NAMES: [&str; 7] = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];
        #[expect(clippy::cast_possible_truncation, reason = "what is left of 7 is 0 to 6")]
        let name = self.0.rem_euclid(7) as usize;
        NAMES[name]
    }

    /// The day with these numbers; months and days out of range run over into the next ones.
    fn from_numbers(year: i64, month: i64, day: i64) -> Self {
        // A year that begins in March ends with the day that leap years add (Richards 2013).
        let year = year - i64::from(month <= 2);
        let (cycle, in_cycle) = (year.div_euclid(400), year.rem_euclid(400));
        let in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Self(cycle * CYCLE + in_cycle * 365 + in_cycle / 4 - in_cycle / 100 + in_year - EPOCH)
    }

    /// Year, month and day of the month.
    fn numbers(self) -> (i64, i64, i64) {
        let since = self.0 + EPOCH;
        let (cycle, at) = (since.div_euclid(CYCLE), since.rem_euclid(CYCLE));
        let in_cycle = (at - at / 1460 + at / 36_524 - at / 146_096) / 365;
        let in_year = at - (365 * in_cycle + in_cycle / 4 - in_cycle / 100);
        let march = (5 * in_year + 2) / 153;
        let (month, day) = ((march + 2) % 12 + 1, in_year - (153 * march + 2) / 5 + 1);
        (cycle * 400 + in_cycle + i64::from(month <= 2), month, day)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.numbers();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()));
            part.and_then(|part| part.parse::<i64>().ok()).ok_or(NoDay)
        };

        let numbers = (number(4)?, number(2)?, number(2)?);
        let day = Self::from_numbers(numbers.0, numbers.1, numbers.2);
        // a day that no month has, such as the 30th of February, comes back with other numbers
        if parts.next().is_none() && day.numbers() == numbers { Ok(day) } else { Err(NoDay) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_eight_hundred_years_is_read_as_it_is_written() {
        for number in -150_000..150_000 {
            let day = Day(number);
            assert_eq!(day.to_string().parse(), Ok(day), "{day}");

            let ((year, month, date), (_, next_month, next_date)) = (day.numbers(), Day(number + 1).numbers());
            let follows = if next_month == month { next_date == date + 1 } else { next_date == 1 };
            assert!(follows && (1..=12).contains(&month) && (1559..=2381).contains(&year), "{day}");
        }
    }

    #[test]
    fn known_days_have_their_number_and_name() {
        assert_eq!((Day(0).to_string().as_str(), Day(0).weekday()), ("1970-01-01", "Thursday"));
        assert_eq!(Day::of(951_782_400).to_string(), "2000-02-29");
        assert_eq!("2027-03-15".parse().map(Day::weekday), Ok("Monday"));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["", "2027", "2027-02-29", "2027-13-01", "2027-00-10", "2027-1-01", "2027-01-01-", "+027-01-01"] {
            assert_eq!(text.parse::<Day>(), Err(NoDay), "{text}");
        }
    }
}
