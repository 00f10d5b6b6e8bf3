//! What is said of a way out of one's field.

use crate::fit::Way;
use crate::model::{Dataset, Group, ScaleId};
use crate::text::measure_width;

/// What one brings to a career and what one would learn, a line each with as many whole names as stand in the width. What one
/// brings is left out where nothing is known of it, since nobody brings nothing; nor is anybody told that they have nothing to
/// learn.
pub fn describe_way(dataset: &Dataset, way: &Way, width: usize) -> Vec<String> {
    let list = |does: &str, scales: &[ScaleId]| {
        let says = |named: &[String]| format!("{does} {}", named.join(", "));
        let mut named: Vec<String> = Vec::new();
        for scale in scales {
            named.push(name_learnt(dataset, *scale));
            if measure_width(&says(&named)) > width {
                named.pop();
            }
        }
        // where each is too long, the first goes by its short name
        let short = scales.iter().map(|scale| shorten_learnt(dataset, *scale));
        says(&if named.is_empty() { short.take(1).collect() } else { named })
    };

    match (way.brings.as_slice(), way.learns.as_slice()) {
        ([], []) => vec!["no single skill stands out".to_string()],
        ([], learns) => vec![list("you learn", learns)],
        (brings, []) => vec![list("you bring", brings), "no single new skill stands out".to_string()],
        (brings, learns) => vec![list("you bring", brings), list("you learn", learns)],
    }
}

/// What a scale is called in the middle of a sentence.
fn name_learnt(dataset: &Dataset, scale: ScaleId) -> String {
    let words = dataset.scales.get(scale);
    match scale.group() {
        // the phrase of a skill is half a sentence
        Group::Skills => words.name.to_lowercase(),
        _ => words.phrase.clone(),
    }
}

/// The same in a word or two.
fn shorten_learnt(dataset: &Dataset, scale: ScaleId) -> String {
    let words = dataset.scales.get(scale);
    // what is a capital in the middle of the phrase is one here, too: English
    if words.phrase.contains(&words.short) { words.short.clone() } else { words.short.to_lowercase() }
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
        let fit = || Fit { career: CareerId(0), score: 1.0, rank: 1, band: Band::WorthALook };
        let say = |brings: &[ScaleId], learns: &[ScaleId]| {
            describe_way(&dataset, &Way { fit: fit(), brings: brings.to_vec(), learns: learns.to_vec() }, 35)
        };

        let [long, english] = ["skills.equipment-maintenance", "subjects.english-language"]
            .map(|id| dataset.scales.find(id).expect("a scale"));
        assert_eq!(say(&[long, scale], &[english])[0], "you bring looking after equipment", "no name is cut");
        let narrow = describe_way(&dataset, &Way { fit: fit(), brings: vec![long], learns: vec![english] }, 25);
        assert_eq!(narrow, ["you bring equipment care", "you learn English"]);
        assert_eq!(say(&[scale], &[english, long])[1], "you learn the English language");
        assert_eq!(say(&[scale], &[]), ["you bring medicine", "no single new skill stands out"]);
        assert_eq!(say(&[], &[scale]), ["you learn medicine"]);
        assert_eq!(say(&[], &[]), ["no single skill stands out"]);
    }
}
