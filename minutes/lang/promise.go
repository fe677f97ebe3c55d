package lang

import "strings"

// Promises reports whether verb, the word behind a person's name, with rest
// behind it, reads as if that person had promised to do something: "übernimmt",
// "sieht sich das mal an", "will order one". It is a guess, for suggestions.
func Promises(verb, rest string) bool {
	verb = strings.ToLower(verb)
	rest = strings.ToLower(rest)
	switch verb {
	case "übernimmt", "kümmert", "besorgt", "bestellt", "klärt", "prüft", "testet", "organisiert", "recherchiert", "guckt",
		"schaut", "kauft", "bereitet", "verschickt", "schickt", "aktualisiert", "überprüft", "koordiniert", "kontaktiert",
		"volunteers", "checks", "orders", "shall", "investigates":
		return true
	case "wird", "soll", "muss", "will", "möchte", "sollte":
		return !startsWithAny(rest, "wissen", "gehen", "weg", "los", "abstimmen", "not ", "nicht ")
	case "to":
		return rest != ""
	case "takes":
		return startsWithAny(rest, "care", "over", "on ", "it")
	case "looks":
		return startsWithAny(rest, "into", "after", "at ", "for ")
	case "is", "are":
		return startsWithAny(rest, "going to ")
	case "hat", "ist", "berichtet", "meint", "sagt", "findet", "merkt", "bedankt", "schlägt", "weist", "verabschiedet",
		"verlässt", "entschuldigt", "meldet", "freut", "geht", "kommt", "stellt", "wundert", "beteiligt", "enthält", "erklärt", "betont":
		return false
	}
	// Any other verb in the third person needs a word that looks ahead.
	if !strings.HasSuffix(verb, "t") || len(verb) < 4 {
		return false
	}
	for w := range strings.FieldsSeq(rest) {
		switch strings.Trim(w, ".,;:!") {
		case "noch", "mal", "nochmal", "darum", "demnächst", "bald", "zeitnah":
			return true
		}
	}
	return false
}

// Undertakes reports whether words, which stand before a person's name at the
// end of a sentence, say that this person does it: "das übernimmt".
func Undertakes(words string) bool {
	words = strings.ToLower(words)
	for _, end := range []string{"übernimmt", "kümmert sich", "macht", "erledigt", "besorgt", "prüft", "bestellt", "klärt"} {
		if strings.HasSuffix(words, end) {
			return true
		}
	}
	return false
}

func startsWithAny(s string, any ...string) bool {
	for _, a := range any {
		if strings.HasPrefix(s, a) {
			return true
		}
	}
	return false
}
