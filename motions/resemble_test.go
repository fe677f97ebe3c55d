package motions

import (
	"fmt"
	"math"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"

	"telko/tasks/when"
)

// labelled reads testdata/alike.md: motions, and what each is about.
func labelled(t testing.TB) (ms []*Motion, about map[ID]string) {
	t.Helper()
	src, err := os.ReadFile("testdata/alike.md")
	if err != nil {
		t.Fatal(err)
	}
	about = map[ID]string{}
	for i, piece := range strings.Split(string(src), "\n## ")[1:] {
		head, text, _ := strings.Cut(piece, "\n")
		words := strings.SplitN(head, " ", 3)
		text, reasons, _ := strings.Cut(text, "\nBegründung: ")
		mo := motionOf(i+1, words[2], text, reasons)
		ms = append(ms, mo)
		if label := strings.TrimSuffix(words[1], ":"); label != "-" {
			about[mo.ID] = label
		}
	}
	return ms, about
}

func motionOf(n int, title, text, reasons string) *Motion {
	mo := &Motion{ID: MeetingID("", when.Day(2031, 1, 1), n), Title: title, Parts: []Passage{{Kind: TextPart, Text: text}}}
	if reasons != "" {
		mo.Parts = append(mo.Parts, Passage{Kind: Reasons, Text: reasons})
	}
	return mo
}

// others returns n motions on other things, most of which speak of servers,
// pages and costs as those of testdata do.
func others(n int) []*Motion {
	r := rand.New(rand.NewSource(7))
	pick := func(words string) string {
		list := strings.Split(words, ",")
		return strings.TrimSpace(list[r.Intn(len(list))])
	}
	const (
		things = "den Beamer,die Satzung,eine Umfrage,das Sommerfest,die Bibliothek,einen Anhänger,die Küche,das Pressearchiv,eine Stellwand," +
			"das Archiv der Bilder,die Startseite,einen Proxy,das Ticketsystem,den Jahresbericht,eine Haftpflicht,den Mietvertrag,die Geschäftsordnung," +
			"das Lastenrad,eine Druckerei,den Stammtisch,die Jugendgruppe,ein Logo,die Datenbank der Orte,den Versand,einen Messestand,das Intranet"
		verbs = "zu erneuern,zu verkaufen,bis zum Herbst zu überarbeiten,an die Gruppe Öffentlichkeit zu geben,nicht weiter zu bezahlen," +
			"auf einen anderen Server zu legen,im nächsten Jahr neu zu planen,zu vermieten,ins Netz zu stellen,gemeinsam zu beraten,zu versichern," +
			"durch etwas Einfaches zu ersetzen,der Kassenprüfung vorzulegen,auf der Webseite zu zeigen,den Ländern zu überlassen"
		why = "Die Kosten von %d Euro sind nicht mehr zu halten.,Seit %d Wochen kümmert sich niemand darum.,Im Plan stehen dafür %d Euro.," +
			"Das haben %d Leute unterschrieben.,Die Technik hat dafür %d Stunden gebraucht.,Es kamen %d Beschwerden von Nachbarn.," +
			"In %d Fällen war die Seite leer.,Nur %d von uns wissen Bescheid."
	)
	var ms []*Motion
	for i := range n {
		thing := pick(things)
		text := fmt.Sprintf("Der Vorstand möge beschließen, %s %s. Danach ist %s %s.", thing, pick(verbs), pick(things), pick(verbs))
		ms = append(ms, motionOf(1000+i, "Antrag: "+thing, text, fmt.Sprintf(pick(why), i)+" "+fmt.Sprintf(pick(why), i+3)))
	}
	return ms
}

// ask returns the motions that resemble q among ms, with their likeness.
func ask(m *Memory, ms []*Motion, q *Motion, n int) (like []*Motion, all []Alike) {
	all = m.Like(q.Told(), n)
	for _, a := range all {
		like = append(like, ms[a.Index])
	}
	return like, all
}

func memoryOf(ms []*Motion) *Memory {
	told := make([]Told, len(ms))
	for i, mo := range ms {
		told[i] = mo.Told()
	}
	return NewMemory(told)
}

// found returns how many of the labelled motions have a relative among the
// first three, and how many have one at all.
func found(t testing.TB, ms []*Motion, about map[ID]string) (hits, all int) {
	t.Helper()
	m := memoryOf(ms)
	for _, mo := range ms {
		label := about[mo.ID]
		if label == "" {
			continue
		}
		all++
		like, _ := ask(m, ms, mo, 3)
		if slices.ContainsFunc(like, func(l *Motion) bool { return about[l.ID] == label }) {
			hits++
			continue
		}
		t.Logf("no relative of %s (%s) among %v", mo.Title, label, titles(like))
	}
	return hits, all
}

func titles(like []*Motion) (out []string) {
	for _, mo := range like {
		out = append(out, mo.Title)
	}
	return out
}

// Of the labelled motions nine in ten find a relative among the first three,
// alone and among a thousand others.
func TestRelativesAreFound(t *testing.T) {
	ms, about := labelled(t)
	for _, more := range []int{0, 1000} {
		hits, all := found(t, append(others(more), ms...), about)
		t.Logf("among %d others: %d of %d (%.0f %%)", more, hits, all, 100*float64(hits)/float64(all))
		if all < 60 || hits*10 < all*9 {
			t.Errorf("among %d others: %d of %d", more, hits, all)
		}
	}
}

// What resembles nothing names at most a stray motion.
func TestStrangersAreFewlyNamed(t *testing.T) {
	ms, about := labelled(t)
	m := memoryOf(ms)
	strangers, named := 0, 0
	for _, mo := range ms {
		if about[mo.ID] == "" {
			strangers++
			named += len(m.Like(mo.Told(), 3))
		}
	}
	if strangers == 0 || named > strangers/2 {
		t.Errorf("%d motions without relatives name %d others", strangers, named)
	}
}

// Two motions that were given one answer are named to each other, though they
// say it in other words: the one on money for machines, the one on the park.
func TestOneAnswerTells(t *testing.T) {
	answer := "Wir würden das gern übernehmen. Der Etat von 4.000 Euro reicht dafür nicht, es sei denn, eine Stiftung schenkt uns die Geräte."
	a := motionOf(1, "Strom im Zeltlager", "Im Lager soll es auch nachts Licht geben.", "")
	b := motionOf(2, "Kühlung für die Küche", "Lebensmittel dürfen nicht verderben.", "")
	c := motionOf(3, "Lagerordnung", "Im Lager herrscht ab elf Ruhe.", "")
	a.Parts = append(a.Parts, Passage{Kind: Answer, Text: answer})
	b.Parts = append(b.Parts, Passage{Kind: Answer, Text: strings.Replace(answer, "eine Stiftung", "ein Spender", 1)})
	ms := []*Motion{a, b, c}
	for q, want := range map[*Motion]*Motion{a: b, b: a} {
		like, _ := ask(memoryOf(ms), ms, q, 1)
		if len(like) != 1 || like[0] != want {
			t.Errorf("%s: %v", q.Title, titles(like))
		}
	}
}

// A motion that the memory does not hold is compared as one that it holds; its
// own copy, which bears its id, is not named.
func TestLikeLeavesItselfOut(t *testing.T) {
	ms, _ := labelled(t)
	copied := *ms[0]
	like, _ := ask(memoryOf(ms), ms, &copied, len(ms))
	if slices.Contains(like, ms[0]) {
		t.Errorf("%s is named to itself", copied.Title)
	}
	copied.ID = ""
	like, scores := ask(memoryOf(ms), ms, &copied, 3)
	if len(like) == 0 || like[0] != ms[0] || math.Abs(scores[0].Score-1) > 1e-6 {
		t.Errorf("the same text again: %v", titles(like))
	}
}

// Words are named as somebody wrote them, the rarest first, those of every
// motion never.
func TestLikeSaysWhy(t *testing.T) {
	m := memoryOf([]*Motion{
		motionOf(1, "Ausfälle der Server", "Der Vorstand möge die Ausfälle der Server beheben.", ""),
		motionOf(2, "Server", "Neue Server.", ""),
		motionOf(3, "Fahrräder", "Ein Ständer im Hof.", ""),
	})
	like := m.Like(motionOf(9, "Serverausfall", "Ein Ausfall der Server ist dem Vorstand zu melden.", "").Told(), 3)
	if len(like) == 0 || !slices.Equal(like[0].Words, []string{"Ausfälle", "Server"}) {
		t.Errorf("%+v", like)
	}
}

func TestWords(t *testing.T) {
	got := slices.Collect(words("Die S-Bahn, 3 km: s. https://example.org/fahr-plan und\u00a0U\u0308bung http://x"))
	if want := []string{"Die", "Bahn", "km", "und", "Übung"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for range words("ein zwei") {
		break // whoever has enough gets no more
	}
}

func TestStem(t *testing.T) {
	for _, forms := range []string{
		"Ausfall Ausfälle Ausfällen ausfaelle AUSFALL",
		"Störung Störungen stoerung",
		"Spender Spendern spenden",
		"Sicherung Sicherungen sichern",
		"Protokoll Protokolle Protokolls Protokollen",
		"Moderator Moderators Moderatoren",
		"Straße Strasse Straßen",
		"öffentlich öffentliche öffentlichen oeffentlich",
		"training trainings trained",
		"machine machines",
		"recording recordings recorded",
	} {
		words := strings.Fields(forms)
		for _, w := range words[1:] {
			if a, b := stem(plain(words[0])), stem(plain(w)); a != b {
				t.Errorf("%s: %s, %s: %s", words[0], a, w, b)
			}
		}
	}
	for _, pair := range []string{"Server Service", "Spende Sperre", "Beitrag Beirat", "board bored"} {
		a, b, _ := strings.Cut(pair, " ")
		if stem(plain(a)) == stem(plain(b)) {
			t.Errorf("%s and %s are one: %s", a, b, stem(plain(a)))
		}
	}
}

func TestMemoryOfNothing(t *testing.T) {
	empty := &Motion{}
	if got := NewMemory(nil).Like(motionOf(1, "Fahne", "Stoff", "").Told(), 3); len(got) != 0 {
		t.Errorf("nothing resembles %v", got)
	}
	if got := memoryOf([]*Motion{empty, {Title: "der die das"}}).Like(empty.Told(), 3); len(got) != 0 {
		t.Errorf("no words resemble %v", got)
	}
}

// Whatever a motion holds, likeness goes both ways and is a share.
func FuzzLike(f *testing.F) {
	f.Add("Ausfälle der Server", "Serverausfall \xff\x00 https://example.org/ausfall")
	f.Add("", "")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := motionOf(1, "Kasse", a, ""), motionOf(2, "", b, a)
		m := memoryOf([]*Motion{x, y, motionOf(3, b, "Kasse", "")})
		there, back := m.Like(x.Told(), 3), m.Like(y.Told(), 3)
		score := func(like []Alike, index int) float64 {
			for _, l := range like {
				if l.Score < leastScore || l.Score > 1 {
					t.Errorf("score %v", l.Score)
				}
				if l.Index == index {
					return l.Score
				}
			}
			return 0
		}
		if s, r := score(there, 1), score(back, 0); math.Abs(s-r) > 1e-5 {
			t.Errorf("%v there, %v back", s, r)
		}
	})
}

// One search over a thousand motions, the memory built for it.
func BenchmarkLike(b *testing.B) {
	ms, _ := labelled(b)
	long := strings.Repeat(ms[0].Parts[0].Text+" ", 3)
	all := append(others(1000), ms...)
	for i, mo := range all {
		mo.Parts = append(mo.Parts, Passage{Kind: Answer, Text: ms[i%len(ms)].Parts[0].Text + " " + long})
	}
	b.ReportAllocs()
	for b.Loop() {
		memoryOf(all).Like(ms[0].Told(), 3)
	}
}
