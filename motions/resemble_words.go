package motions

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	gramLen     = 4
	gramShare   = 0.7 // what all runs of a word weigh together, as a share of the word
	leastGrams  = 5   // letters from which a stem has runs
	titleWeight = 2.0 // words of the title
	answerShare = 0.5 // words of answers, comments and what else was said of it
)

// bag is the features of one motion with their weights.
type bag struct {
	weights []float64 // by feature
	touched []int     // features whose weight is not 0
	length  float64
}

func (b *bag) clear() {
	for _, f := range b.touched {
		b.weights[f] = 0
	}
	b.touched, b.length = b.touched[:0], 0
}

func (b *bag) add(f int, w float64) {
	for f >= len(b.weights) {
		b.weights = append(b.weights, 0)
	}
	if b.weights[f] == 0 {
		b.touched = append(b.touched, f)
	}
	b.weights[f] += w
	b.length += w
}

// forms is a word as it is written, with its features.
type forms struct {
	stem  int // -1 for a word that says nothing
	grams []int
}

// take puts the features of t into b. Those that the memory does not know yet
// become its own: what it was asked about is a motion that it may be told next.
func (m *Memory) take(b *bag, t *Told) {
	text := func(s string, weight float64) {
		for word := range words(s) {
			f := m.words[word]
			if f == nil {
				f = m.forms(word)
				m.words[strings.Clone(word)] = f
			}
			if f.stem < 0 {
				continue
			}
			b.add(f.stem, weight)
			for _, g := range f.grams {
				b.add(g, weight*gramShare/float64(len(f.grams)))
			}
		}
	}
	text(t.Title, titleWeight)
	for _, p := range t.Parts {
		switch p.Kind {
		case TextPart, Reasons, Amendment:
			text(p.Text, 1)
		case Answer:
			text(p.Text, answerShare)
		}
	}
}

// forms returns the features of a word.
func (m *Memory) forms(word string) *forms {
	p := plain(word)
	if isCommon(p) {
		return &forms{stem: -1}
	}
	number := func(key, written string) int {
		f, ok := m.features[key]
		if !ok {
			f = len(m.postings)
			m.features[key] = f
			m.postings = append(m.postings, nil)
			m.written = append(m.written, written)
		}
		return f
	}
	s := stem(p)
	f := &forms{stem: number(s, strings.Clone(word))}
	for i := 0; len(s) >= leastGrams && i+gramLen <= len(s); i++ {
		f.grams = append(f.grams, number("\x00"+s[i:i+gramLen], ""))
	}
	return f
}

// words returns the words of a text, as they are written: letters and digits,
// and no address of a page.
func words(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		s := norm.NFC.String(text)
		start, letters, address := -1, 0, false
		for i, r := range s {
			if address {
				address = !unicode.IsSpace(r)
				continue
			}
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				if start < 0 {
					start, letters = i, 0
				}
				letters++
				continue
			}
			address = strings.HasPrefix(s[i:], "://")
			if letters > 1 && !address && !yield(s[start:i]) {
				return
			}
			start, letters = -1, 0
		}
		if letters > 1 {
			yield(s[start:])
		}
	}
}

// stem returns what a word, as [plain] writes it, has in common with its other forms: "Ausfällen",
// "ausfaellen" and "Ausfall" all give "ausfall". It is rough on purpose: that
// two words become one costs little, that two forms of one word stay two costs
// a motion that is not found.
func stem(s string) string {
	for _, suffixes := range [][]string{
		{"ungen", "ings", "ung", "ing", "s"},
		{"ern", "em", "er", "en", "es", "ed", "e", "n", "s", "t"},
		{"lich", "isch", "keit", "heit", "ig", "er", "en", "e", "n"},
	} {
		for _, suffix := range suffixes {
			if cut, ok := strings.CutSuffix(s, suffix); ok && len(cut) >= 4 {
				s = cut
				break
			}
		}
	}
	return s
}

// plain returns word in small letters, without marks: umlauts, and the two
// letters they are transcribed by, become the letter without dots, as in the
// singular; ß becomes ss.
func plain(word string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(word) {
		switch r {
		case 'ä':
			b.WriteByte('a')
		case 'ö':
			b.WriteByte('o')
		case 'ü':
			b.WriteByte('u')
		case 'ß':
			b.WriteString("ss")
		default:
			b.WriteRune(r)
		}
	}
	s := b.String()
	if strings.Contains(s, "ae") || strings.Contains(s, "oe") || strings.Contains(s, "ue") {
		s = strings.NewReplacer("ae", "a", "oe", "o", "que", "que", "ue", "u").Replace(s)
	}
	return s
}

// isCommon reports whether a word, as [plain] writes it, says nothing of what a
// motion is about: it is a word of grammar, or of every motion.
func isCommon(word string) bool {
	switch word {
	case "aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "am", "an", "andere", "anderen", "anderer", "anderes",
		"auch", "auf", "aus", "ab", "bei", "beim", "bereits", "bis", "bzw", "ca", "da", "dabei", "dadurch", "dafur", "daher", "damit", "dann",
		"daran", "darauf", "daraus", "darf", "darum", "das", "dass", "davon", "dazu", "dem", "den", "denen", "denn", "der", "deren",
		"derzeit", "des", "deshalb", "dessen", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses", "doch", "dort",
		"durch", "durfen", "eben", "ein", "eine", "einem", "einen", "einer", "eines", "einfach", "einmal", "er", "es", "etwa",
		"etwas", "eventuell", "fur", "ganz", "gar", "gegen", "gerade", "gern", "gerne", "ggf", "gibt", "habe", "haben", "hat", "hatte",
		"hatten", "hier", "hierzu", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "im", "immer", "in",
		"ins", "insbesondere", "ist", "ja", "je", "jede", "jedem", "jeden", "jeder", "jedes", "jedoch", "jene", "jetzt", "kann",
		"kein", "keine", "keinem", "keinen", "keiner", "keines", "konnen", "konnte", "konnten", "lassen", "man", "mehr", "mich",
		"mir", "mit", "mochte", "mochten", "moge", "mogen", "moglich", "muss", "mussen", "nach", "neben", "neu", "neue", "neuen", "neuer", "neues", "nicht", "nichts", "noch",
		"nun", "nur", "ob", "oder", "oft", "ohne", "schon", "sehr", "sei", "sein", "seine", "seinem", "seinen", "seiner", "seit",
		"selbst", "sich", "sie", "sind", "so", "sofern", "solche", "soll", "sollen", "sollte", "sollten", "sondern", "sonst", "soweit",
		"sowie", "statt", "teils", "uber", "um", "und", "uns", "unser", "unsere", "unserem", "unseren", "unserer", "unter", "viel",
		"viele", "vielen", "vom", "von", "vor", "wann", "war", "ware", "waren", "warum", "was", "weil", "weitere", "weiteren",
		"weiterer", "weiteres", "weiterhin", "welche", "welchem", "welchen", "welcher", "welches", "wenn", "wer", "werde", "werden",
		"wie", "wieder", "will", "wir", "wird", "wo", "wohl", "wollen", "wurde", "wurden", "zu", "zum", "zur", "zwar", "zwischen":
		return true
	case "about", "after", "again", "all", "and", "any", "anybody", "are", "as", "at", "be", "been", "before", "being",
		"but", "by", "can", "could", "did", "do", "does", "each", "every", "everybody", "for", "from", "had", "has", "have", "he",
		"her", "his", "how", "if", "into", "is", "it", "its", "may", "might", "more", "most", "must", "new", "no", "nobody", "nor", "not",
		"of", "off", "on", "once", "one", "only", "or", "other", "our", "out", "over", "own", "shall", "she", "should", "since",
		"some", "somebody", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those",
		"to", "too", "under", "until", "up", "us", "very", "we", "were", "what", "when", "where", "whether", "which", "while",
		"who", "whoever", "whom", "why", "with", "would", "you", "your":
		return true
	case "antrag", "antrage", "antrags", "beantrage", "beantragen", "beantragt", "begrundung", "beschliessen", "beschliesst",
		"beschluss", "bundesvorstand", "mitglied", "mitglieder", "verein", "vereins", "vorstand", "vorstands",
		"board", "member", "members", "motion", "move", "moves":
		return true
	}
	return false
}
