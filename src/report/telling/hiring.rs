//! When work and pay begin, in one sentence.

use crate::model::{Career, Hired, Hiring, Paid};
use crate::report::format::format_years;

/// When somebody new can start and is paid: "Can start within weeks, paid while you learn; full pay after about four
/// years."; empty where the catalogue does not say.
pub fn describe_beginning(career: &Career) -> String {
    let Some(Hiring { hired, paid, full_pay_years }) = career.hiring else { return String::new() };

    let hired = match (hired, paid) {
        (Hired::Weeks, _) => "within weeks",
        (Hired::Months, _) => "after some months",
        (Hired::Years, Paid::AfterStudy) => "after years of study",
        (Hired::Years, _) => "after some years",
    };
    let paid = match (paid, full_pay_years) {
        (Paid::DayOne, None) => "paid from day one",
        (Paid::DayOne, Some(_)) => "paid while you learn",
        (Paid::AfterCourse, _) => "paid once the course is done",
        (Paid::AfterStudy, _) => "paid once you qualify",
        (Paid::Uncertain, _) => "with uncertain pay",
    };

    let full =
        full_pay_years.map_or(String::new(), |count| format!("; full pay after about {}", format_years(count.into())));
    format!("Can start {hired}, {paid}{full}.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;

    fn describe_hiring(hired: Hired, paid: Paid, full_pay_years: Option<u8>) -> String {
        let mut career = load_shipped().expect("the shipped data").catalogue.careers()[0].clone();
        career.hiring = Some(Hiring { hired, paid, full_pay_years });
        describe_beginning(&career)
    }

    #[test]
    fn it_says_how_soon_and_from_when_on_paid() {
        let cases = [
            (
                (Hired::Weeks, Paid::DayOne, Some(4)),
                "Can start within weeks, paid while you learn; full pay after about four years.",
            ),
            ((Hired::Weeks, Paid::DayOne, None), "Can start within weeks, paid from day one."),
            (
                (Hired::Months, Paid::AfterCourse, Some(1)),
                "Can start after some months, paid once the course is done; full pay after about a year.",
            ),
            ((Hired::Years, Paid::AfterStudy, None), "Can start after years of study, paid once you qualify."),
            ((Hired::Years, Paid::DayOne, None), "Can start after some years, paid from day one."),
            ((Hired::Weeks, Paid::Uncertain, None), "Can start within weeks, with uncertain pay."),
        ];

        for ((hired, paid, full), says) in cases {
            assert_eq!(describe_hiring(hired, paid, full), says);
        }
    }

    #[test]
    fn where_nothing_is_known_nothing_is_said() {
        let mut career = load_shipped().expect("the shipped data").catalogue.careers()[0].clone();
        career.hiring = None;
        assert_eq!(describe_beginning(&career), "");
    }
}
