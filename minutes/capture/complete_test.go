package capture

import (
	"strings"
	"testing"
	"unicode/utf8"

	"telko/minutes/lang"
)

// The bar is the cursor. Labels are joined with commas; the text is the first
// completion's, with its cursor.
func TestComplete(t *testing.T) {
	for _, c := range []struct{ typed, labels, text string }{
		{"+|", "piet, bente, ole, jördis, kaja, lotte, otto", "+piet|"},
		{"+j|", "jördis", "+jördis|"},
		{"+joe|", "jördis", "+jördis|"},
		{"+jo|", "jördis", "+jördis|"},
		{"+oezd|", "ole", "+ole|"},
		{"+kluge|", "piet", "+piet|"},
		{"+ks|", "kaja", "+kaja|"},
		{"+jds|", "jördis", "+jördis|"},
		{"+xy|", "", ""},
		{"+ole, |", "piet, bente, jördis, kaja, lotte, otto", "+ole, piet|"},
		{"+ole, p|", "piet", "+ole, piet|"},
		{"+ole,p| 22:50", "piet", "+ole,piet| 22:50"},
		{"+neu: J|", "", ""},
		{"-|", "kaja, lotte, otto, bente, ole, piet", "-kaja|"},
		{"-o|", "otto, ole", "-otto|"},
		{"?|", "piet, bente, ole, jördis, kaja, lotte, otto", "?piet|"},
		{"+ |", "", ""},
		{"\t+j|", "jördis", "\t+jördis|"},
		{"! Fock flicken (|", "kaja, lotte, otto, bente, ole, piet, jördis, werft", "! Fock flicken (kaja|"},
		{"! Fock flicken (l|)", "lotte, jördis", "! Fock flicken (lotte|)"},
		{"! Fock flicken (kaja, w|) freitag", "werft", "! Fock flicken (kaja, werft|) freitag"},
		{"! Fock flicken (kaja?, k|", "piet", "! Fock flicken (kaja?, piet|"},
		{"! Fock flicken|", "", ""},
		{"! Fock flicken (kaja) |", "", ""},
		{"#1 (b|", "bente, lotte", "#1 (bente|"},
		{"frag @l|", "lotte, jördis", "frag @lotte|"},
		{"(@l|)", "lotte, jördis", "(@lotte|)"},
		{"a@l|", "", ""},
		{"# |", "Fock, Backups und Ersatz, TOP 4: Anker, Fock, Größe der Küche, Segel", "# Fock|"},
		{"# gr|", "Größe der Küche", "# Größe der Küche|"},
		{"# kue|", "Größe der Küche", "# Größe der Küche|"},
		{"# groess|", "Größe der Küche", "# Größe der Küche|"},
		{"## |", "Fock", "## Fock|"},
		{"~ back|", "Backups und Ersatz", "~ Backups und Ersatz: |"},
		{"~ back|: voll", "Backups und Ersatz", "~ Backups und Ersatz: |voll"},
		{"~ Fock: a|", "", ""},
		{"~|", "", ""},
		{"#|", "#3, #2, #1, #320429-2, #320422-7, #320429-7, #320430-kaja-1", "#3 |"},
		{"#3|", "#3, #320429-2, #320422-7, #320429-7, #320430-kaja-1, #1", "#3 |"},
		{"#wi|", "#320429-2", "#320429-2 |"},
		{"#7|", "#320422-7, #320429-7", "#320422-7 |"},
		{"siehe #7|", "#320422-7, #320429-7", "siehe #320422-7|"},
		{"siehe #naeh|", "#320506-1", "siehe #320506-1|"},
		{"#3 |", "erledigt, offen, wartet, weiter, entfällt, fällig, zuweisen", "#3 erledigt|"},
		{"#3 f|", "fällig", "#3 fällig|"},
		{"#Fock |", "", ""},
		{"/be|", "/beginn, /begründung, /beschluss", "/beginn|"},
		{"/begru|", "/begründung", "/begründung |"},
		{"/oe|", "/offen", "/offen|"},
		{"/veroeff|", "/veröffentlichen", "/veröffentlichen|"},
		{"/pub|", "/veröffentlichen", "/veröffentlichen|"},
		{"/vsch|", "/vorschau", "/vorschau|"},
		{"/beschluss |", "angenommen, mit Änderungen angenommen, abgelehnt, anderweitig erledigt, verwiesen, nicht abgestimmt, zurückgezogen", "/beschluss angenommen|"},
		{"/beschluss ab|", "abgelehnt", "/beschluss abgelehnt|"},
		{"/keeper l|", "lotte, jördis", "/keeper lotte|"},
		{"/privat back|", "Backups und Ersatz", "/privat Backups und Ersatz|"},
		{"/antrag n|", "Neuer Anker", "/antrag Neuer Anker|"},
		{"/dev/s|", "", ""},
		{"siehe [[|", "IT/Protokolle, IT/Aufgaben, Werft/Größen", "siehe [[IT/Protokolle]]|"},
		{"siehe [[auf|", "IT/Aufgaben", "siehe [[IT/Aufgaben]]|"},
		{"siehe [[groe|]] da", "Werft/Größen", "siehe [[Werft/Größen]]| da"},
		{"siehe [[IT/Aufgaben]]|", "", ""},
		{"! x [[prot|", "IT/Protokolle", "! x [[IT/Protokolle]]|"},
		{"Text|", "", ""},
		{"|", "", ""},
		{" +j|", "", ""},
	} {
		g := deck(lang.German)
		cursor := strings.IndexByte(c.typed, '|')
		got := g.complete(c.typed[:cursor]+c.typed[cursor+1:], cursor)
		var labels []string
		text := ""
		for i, one := range got {
			labels = append(labels, one.Label)
			if i == 0 {
				text = one.Text[:one.Cursor] + "|" + one.Text[one.Cursor:]
			}
		}
		if s := strings.Join(labels, ", "); s != c.labels || text != c.text {
			t.Errorf("%q: %q with %q, want %q with %q", c.typed, s, text, c.labels, c.text)
		}
	}
}

func TestCompletionNotes(t *testing.T) {
	g := deck(lang.German)
	for typed, want := range map[string]string{
		"+pi": "Piet Kluge, erwartet", "+ole": "Ole Özdemir, entschuldigt", "-kaj": "Kaja Steuer, da", "+ben": "Bente Harms, gegangen",
		"#320429-2": "Winsch fetten", "/undo": "nimmt das Letzte zurück", "! x (wer": "Gruppe",
	} {
		if got := g.complete(typed, len(typed)); len(got) == 0 || got[0].Note != want {
			t.Errorf("%q: %+v, want %q", typed, got, want)
		}
	}
	commands := g.complete("/", 1)
	if len(commands) < 15 || commands[0].Label != "/antrag" {
		t.Errorf("/: %+v", commands)
	}
	if in := atMotion(lang.German).complete("/", 1); in[0].Label != "/antragsteller" {
		t.Errorf("/ in a motion: %+v", in[0])
	}
	if en := deck(lang.English).complete("/pub", 4); len(en) != 1 || en[0].Text != "/publish" {
		t.Errorf("/pub: %+v", en)
	}
}

// FuzzComplete: what is offered is text that differs from the line only around
// the cursor, and the cursor stands between letters.
func FuzzComplete(f *testing.F) {
	for _, s := range []string{"+k", "-", "# ", "~ b", "/be", "! a (k, ", "#3", "[[I", "@k", "/keeper l", "#3 e", "\t\t+", "~ ä: b"} {
		f.Add(s, len(s))
		f.Add(s+"ö)", len(s))
	}
	g := deck(lang.German)
	f.Fuzz(func(t *testing.T, line string, cursor int) {
		line = Clean(line) // as all that is typed or pasted
		for _, c := range g.complete(line, cursor) {
			at := min(max(cursor, 0), len(line))
			if c.Cursor < 0 || c.Cursor > len(c.Text) || utf8.ValidString(line) && (!utf8.ValidString(c.Text[:c.Cursor]) || !utf8.ValidString(c.Text)) {
				t.Fatalf("%q at %d: %+v", line, cursor, c)
			}
			if rest := c.Text[c.Cursor:]; !strings.HasSuffix(line, rest) || len(rest) > len(line)-at+3 || c.Label == "" {
				t.Errorf("%q at %d: %+v", line, cursor, c)
			}
		}
	})
}

func BenchmarkComplete(b *testing.B) {
	g := long(b)
	for _, line := range []string{"+matrose1", "# thema 1", "/be", "#3", "die Fock ist gerissen"} {
		b.Run(line, func(b *testing.B) {
			for b.Loop() {
				g.complete(line, len(line))
			}
		})
	}
}
