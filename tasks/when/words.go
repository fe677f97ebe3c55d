package when

import "time"

// The words are asked for in lower case and NFC. They are switches, not maps:
// maps would be filled at every start of the program, also by commands that
// read no date.

func month(w string) (time.Month, bool) {
	switch w {
	case "januar", "jan", "jänner", "january":
		return time.January, true
	case "februar", "feb", "february":
		return time.February, true
	case "märz", "maerz", "mär", "mrz", "march", "mar":
		return time.March, true
	case "april", "apr":
		return time.April, true
	case "mai", "may":
		return time.May, true
	case "juni", "jun", "june":
		return time.June, true
	case "juli", "jul", "july":
		return time.July, true
	case "august", "aug":
		return time.August, true
	case "september", "sept", "sep":
		return time.September, true
	case "oktober", "okt", "october", "oct":
		return time.October, true
	case "november", "nov":
		return time.November, true
	case "dezember", "dez", "december", "dec":
		return time.December, true
	}
	return 0, false
}

func weekday(w string) (time.Weekday, bool) {
	switch w {
	case "montag", "mo", "monday", "mon":
		return time.Monday, true
	case "dienstag", "di", "tuesday", "tue", "tues":
		return time.Tuesday, true
	case "mittwoch", "mi", "wednesday", "wed":
		return time.Wednesday, true
	case "donnerstag", "do", "thursday", "thu", "thur", "thurs":
		return time.Thursday, true
	case "freitag", "fr", "friday", "fri":
		return time.Friday, true
	case "samstag", "sonnabend", "sa", "saturday", "sat":
		return time.Saturday, true
	case "sonntag", "so", "sunday", "sun":
		return time.Sunday, true
	}
	return 0, false
}

func numberWord(w string) (int, bool) {
	switch w {
	case "ein", "eine", "einem", "einer", "einen", "a", "an", "one":
		return 1, true
	case "zwei", "two":
		return 2, true
	case "drei", "three":
		return 3, true
	case "vier", "four":
		return 4, true
	case "fünf", "fuenf", "five":
		return 5, true
	case "sechs", "six":
		return 6, true
	case "sieben", "seven":
		return 7, true
	case "acht", "eight":
		return 8, true
	case "neun", "nine":
		return 9, true
	case "zehn", "ten":
		return 10, true
	case "elf", "eleven":
		return 11, true
	case "zwölf", "zwoelf", "twelve":
		return 12, true
	}
	return 0, false
}

func isThis(w string) bool {
	switch w {
	case "dieser", "diese", "diesen", "diesem", "dieses", "kommenden", "kommende", "kommender", "kommendem", "this", "coming":
		return true
	}
	return false
}

func isNext(w string) bool {
	switch w {
	case "nächster", "nächste", "nächsten", "nächstem", "nächstes", "naechster", "naechste", "naechsten", "naechstem", "naechstes", "next":
		return true
	}
	return false
}
