//! What is said of a way out of one's field.

use crate::fit::Way;
use crate::model::{Dataset, ScaleId};

/// What one brings to a career and what one would learn, a line each. What one brings is left out where nothing is known of
/// it: nobody brings nothing.
pub fn describe_way(dataset: &Dataset, way: &Way) -> Vec<String> {
    let list = |does: &str, scales: &[ScaleId]| {
        let names: Vec<String> = scales.iter().map(|scale| dataset.scales.get(*scale).name.to_lowercase()).collect();
        format!("{does} {}", names.join(", "))
    };

    match (way.brings.as_slice(), way.learns.as_slice()) {
        ([], []) => vec!["no single skill stands out".to_string()],
        ([], learns) => vec![list("you learn", learns)],
        (brings, []) => vec![list("you bring", brings), "nothing new to learn".to_string()],
        (brings, learns) => vec![list("you bring", brings), list("you learn", learns)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::{Band, CareerId, Fit};

    #[test]
    fn nobody_is_told_that_they_bring_nothing() {
        let dataset = load_shipped().expect("the shipped data");
        let scale = dataset.scales.find("subjects.medicine-and-dentistry").expect("a subject");
        let say = |brings: &[ScaleId], learns: &[ScaleId]| {
            let fit = Fit { career: CareerId(0), score: 1.0, rank: 1, band: Band::WorthALook };
            describe_way(&dataset, &Way { fit, brings: brings.to_vec(), learns: learns.to_vec() })
        };

        assert_eq!(say(&[scale], &[]), ["you bring medicine", "nothing new to learn"]);
        assert_eq!(say(&[], &[scale]), ["you learn medicine"]);
        assert_eq!(say(&[], &[]), ["no single skill stands out"]);
    }
}
