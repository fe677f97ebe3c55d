package lang

import "sync"

// Detail is a label above a motion's passages that says something about the
// motion itself.
type Detail uint8

// The details of a motion; its petitioner is a Label of old.
const (
	NoDetail         Detail = iota
	DetailAddressee         // "Adressat": whom it is put to
	DetailSource            // "Quelle": where it came from
	DetailReceived          // "Eingegangen": when it came
	DetailRealised          // "Umgesetzt": when and where what was decided was done
	DetailCompetes          // "Konkurriert mit": other motions
	DetailSupersedes        // "Ersetzt"
	DetailSuperseded        // "Ersetzt durch"
	DetailSettledBy         // "Erledigt durch"
)

var details = sync.OnceValue(func() map[Detail]vocabulary {
	return map[Detail]vocabulary{
		DetailAddressee: {T("Adressat", "Addressee"), []string{
			"adressatin", "adressaten", "adressiert an", "gerichtet an", "antrag an", "empfänger", "empfängerin", "addressed to", "put to", "recipient",
		}},
		DetailSource: {T("Quelle", "Source"), []string{"fundstelle", "original", "link", "url", "quellen", "origin", "sources"}},
		DetailReceived: {T("Eingegangen", "Received"), []string{
			"eingang", "eingegangen am", "eingangsdatum", "eingereicht am", "gestellt am", "antragsdatum", "received on", "submitted on", "date received",
		}},
		DetailRealised:   {T("Umgesetzt", "Realised"), []string{"umgesetzt am", "umsetzung", "realised on", "realized", "realized on", "implemented", "implemented on"}},
		DetailCompetes:   {T("Konkurriert mit", "Competes with"), []string{"konkurrierend", "konkurrierender antrag", "konkurrierende anträge", "gegenantrag zu", "competing", "competing motions"}},
		DetailSupersedes: {T("Ersetzt", "Supersedes"), []string{"löst ab", "hebt auf", "replaces", "repeals"}},
		DetailSuperseded: {T("Ersetzt durch", "Superseded by"), []string{"abgelöst durch", "aufgehoben durch", "replaced by", "repealed by"}},
		DetailSettledBy:  {T("Erledigt durch", "Settled by"), []string{"anderweitig erledigt durch", "settled through"}},
	}
})

var detailOf = sync.OnceValue(func() map[string]Detail { return index(details()) })

// ReadDetail reads a label without its mark-up and colon. None is recognised
// that is misspelt: what is none is text.
func ReadDetail(s string) (Detail, bool) {
	d, ok := detailOf()[Key(s)]
	return d, ok
}

// Write returns the label as telko writes it in l, without mark-up and colon.
func (d Detail) Write(l Lang) string {
	if d == NoDetail {
		return ""
	}
	return details()[d].write.In(l)
}
