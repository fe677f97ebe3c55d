package lang

// IsTelco reports whether word, in lower case, means the telco of whoever says
// it: "bis zur nächsten Telko", "by the next meeting".
func IsTelco(word string) bool {
	switch word {
	case "telko", "telco", "telefonkonferenz", "konferenz", "sitzung", "treffen", "besprechung", "runde",
		"meeting", "call", "conference", "telephone conference", "session":
		return true
	}
	return false
}
