//! Latin letters without their marks.

/// The ASCII letter that stands for a Latin letter with marks, in the same case; `None` for every other character. It is one
/// letter for one, so that nothing moves that stands beside it.
pub fn strip_marks(letter: char) -> Option<char> {
    if letter == 'İ' {
        // the only one whose small letter has lost its mark already
        return Some('I');
    }

    let of_capital = || {
        let small = letter.to_lowercase().next()?;
        strip_small(small).map(|plain| plain.to_ascii_uppercase())
    };
    strip_small(letter).or_else(of_capital)
}

fn strip_small(letter: char) -> Option<char> {
    Some(match letter {
        'à'..='æ' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ð' | 'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'œ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ß' | 'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'þ' | 'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip_text(text: &str) -> String {
        text.chars().map(|c| strip_marks(c).unwrap_or(c)).collect()
    }

    #[test]
    fn every_marked_letter_of_the_latin_blocks_has_one_of_its_case() {
        // ligatures of two letters, a letter that only ends in an apostrophe, and two that are no letter with a mark
        let others = ['×', '÷', 'ª', 'º', 'µ', 'Ĳ', 'ĳ', 'ŉ', 'ĸ', 'Ŀ', 'ŀ', 'ſ'];
        for letter in ('\u{c0}'..='\u{17f}').chain("șțȘȚ".chars()).filter(|letter| !others.contains(letter)) {
            let plain = strip_marks(letter).unwrap_or_else(|| panic!("{letter} has none"));
            assert!(
                plain.is_ascii_alphabetic() && plain.is_uppercase() == letter.is_uppercase(),
                "{letter} is {plain}"
            );
        }
    }

    #[test]
    fn what_has_no_marks_stays() {
        assert_eq!(strip_text("Łódź, București, Kraków ÉCOLE"), "Lodz, Bucuresti, Krakow ECOLE");
        assert_eq!(strip_text("abc XYZ 1 日本 ж …"), "abc XYZ 1 日本 ж …");
    }
}
