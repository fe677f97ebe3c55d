package imports

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"telko/minutes/lang"
)

// pagesOf reads a dump that is small.
func pagesOf(t testing.TB, dump string, o DumpOptions) ([]DumpPage, DumpInfo, error) {
	t.Helper()
	var all []DumpPage
	info, err := ReadDump(strings.NewReader(dump), o, func(_ DumpInfo, p DumpPage) error {
		all = append(all, p)
		return nil
	})
	return all, info, err
}

func instant(t testing.TB, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// A dump of MediaWiki's own, with a history, a redirect, a template, a text
// that was deleted, and one of another model.
func TestReadDump(t *testing.T) {
	src, err := os.ReadFile("testdata/dump.xml")
	if err != nil {
		t.Fatal(err)
	}
	got, info, err := pagesOf(t, string(src), DumpOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := []DumpPage{
		{
			ID: 3, Title: "Garten/2031-03-06 - Telko", Revision: 9, Parent: 5, User: "Erika", Comment: "Kürbis & Co. <neu>",
			Time: instant(t, "2031-03-07T08:00:00Z"), Model: "wikitext", Text: "= Telko =\n\n* Kürbis & \"Rüben\" <ref>a</ref> &nbsp;\n* zwei\n",
		},
		{
			ID: 4, Title: "Garten/Alt", RedirectTo: "Garten/2031-03-06 - Telko", Revision: 6, User: "192.0.2.7",
			Time: instant(t, "2031-03-06T22:11:00Z"), Model: "wikitext", Text: "#WEITERLEITUNG [[Garten/2031-03-06 - Telko]]",
		},
		{ID: 7, Title: "Vorlage:Leer", Namespace: 10, Revision: 11, User: "Otto", Time: instant(t, "2031-03-06T22:12:00Z"), Model: "wikitext"},
		{ID: 8, Title: "Garten/Weg", Revision: 12, Time: instant(t, "2031-03-06T22:13:00Z"), Model: "wikitext", Fault: DumpNoText},
		{
			ID: 9, Title: "Garten/Kaputt", Revision: 13, User: "Otto", Time: instant(t, "2031-03-06T22:14:00Z"), Model: "text",
			Text: "nicht, was die Summe sagt", Fault: DumpDamaged,
		},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if info.Base != "https://wiki.example.org/wiki/Hauptseite" || info.Pages != 5 || info.Bytes != int64(len(src)) && info.Bytes < int64(len(src))-8 {
		t.Errorf("%+v", info)
	}

	got, info, err = pagesOf(t, string(src), DumpOptions{Want: func(title string) bool { return title == "Garten/Alt" }})
	if err != nil || len(got) != 1 || got[0].ID != 4 || info.Pages != 5 {
		t.Errorf("%v, %+v, %v", got, info, err)
	}
	got, _, err = pagesOf(t, string(src), DumpOptions{MaxText: 20})
	if err != nil || got[0].Fault != DumpTooBig || got[1].Fault != DumpTooBig || got[2].Fault != DumpWhole {
		t.Errorf("%v, %v", got, err)
	}
}

// Whatever one has against a page stops the reading.
func TestReadDumpStops(t *testing.T) {
	boom := errors.New("boom")
	n := 0
	_, err := ReadDump(strings.NewReader(dumpOf("a", "b")), DumpOptions{}, func(DumpInfo, DumpPage) error { n++; return boom })
	if !errors.Is(err, boom) || n != 1 {
		t.Errorf("%v after %d pages", err, n)
	}
}

// dumpOf returns a dump of pages with these texts.
func dumpOf(texts ...string) string {
	var b strings.Builder
	b.WriteString("<mediawiki>\n")
	for i, text := range texts {
		fmt.Fprintf(&b, "<page><title>P%d</title><id>%d</id><revision><id>%d</id><text>%s</text></revision></page>\n", i+1, i+1, i+1, text)
	}
	return b.String() + "</mediawiki>\n"
}

// A dump that was cut off anywhere gives the pages before, whole, and says so.
func TestReadDumpCut(t *testing.T) {
	dump := dumpOf("eins", "zwei", "<![CDATA[drei]]>", "<!-- x -->vier")
	whole, _, err := pagesOf(t, dump, DumpOptions{})
	if err != nil || len(whole) != 4 || whole[2].Text != "drei" {
		t.Fatalf("%v, %v", whole, err)
	}
	for n := range len(dump) - len("\n") {
		got, _, err := pagesOf(t, dump[:n], DumpOptions{})
		if err == nil {
			t.Fatalf("no error at %q", dump[:n])
		}
		if n >= len("<mediawiki>") && lang.HintOf(err, lang.German) == "" {
			t.Fatalf("no hint at %q: %v", dump[:n], err)
		}
		if d := cmp.Diff(whole[:len(got)], append([]DumpPage{}, got...)); d != "" || strings.Count(dump[:n], "</page>") != len(got) {
			t.Fatalf("at %q: %s", dump[:n], d)
		}
	}
}

func TestReadDumpOfSomethingElse(t *testing.T) {
	for _, src := range []string{"", " ", "Protokoll", "<html><body></body></html>", "<", "</mediawiki>", "<?xml", strings.Repeat("<a ", 1<<16)} {
		_, _, err := pagesOf(t, src, DumpOptions{})
		var e *lang.Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), "no XML dump") {
			t.Errorf("%.20q: %v", src, err)
		}
	}
	boom := errors.New("boom")
	if _, err := ReadDump(io.MultiReader(strings.NewReader("<mediawiki><page>"), failing{boom}), DumpOptions{}, nil); !errors.Is(err, boom) {
		t.Errorf("a disk that fails: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// endless is a dump of many pages of which nothing is ever held as a whole.
type endless struct {
	left, page int
	rest       string
	text       string
}

func (e *endless) Read(b []byte) (int, error) {
	for e.rest == "" {
		switch {
		case e.left < 0:
			return 0, io.EOF
		case e.left == 0:
			e.rest = "</mediawiki>"
		case e.page == 0:
			e.rest = "<mediawiki>"
			e.page++
			continue
		default:
			e.rest = fmt.Sprintf("<page><title>P%d</title><id>%d</id><revision><id>%d</id><text>%s</text></revision></page>", e.page, e.page, e.page, e.text)
			e.page++
		}
		e.left--
	}
	n := copy(b, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

// What is held does not grow with the dump, nor with a text in it that has no
// end.
func TestReadDumpMemory(t *testing.T) {
	held := func(r io.Reader) (most uint64) {
		var m runtime.MemStats
		n := 0
		look := func() {
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
		_, err := ReadDump(r, DumpOptions{MaxText: 1 << 16}, func(DumpInfo, DumpPage) error {
			if n++; n%500 == 1 {
				look()
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		look()
		return most
	}
	text := strings.Repeat("der Keller ist feucht &amp; kalt\n", 300)
	few, many := held(&endless{left: 10, text: text}), held(&endless{left: 5000, text: text})
	huge := held(&endless{left: 2, text: strings.Repeat(text, 2000)})
	if most := max(many, huge-min(huge, uint64(2*len(text)*2000))); most > few+4<<20 {
		t.Errorf("10 pages: %d KB, 5,000 pages: %d KB, pages of 20 MB: %d KB", few>>10, many>>10, huge>>10)
	}
}

// FuzzReadDump: whatever comes, it ends; and what encoding/xml takes for a dump
// of texts reads as encoding/xml reads it.
func FuzzReadDump(f *testing.F) {
	src, err := os.ReadFile("testdata/dump.xml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(src))
	f.Add(dumpOf("a&amp;b", "&#228;&#xe4;&quot;", "<![CDATA[<&>]]>", "\r\n"))
	f.Add(`<mediawiki a=">"><page><x/><title>a</title><revision><text xml:space="preserve" bytes="1">b</text></revision></page></mediawiki>`)
	f.Fuzz(func(t *testing.T, dump string) {
		got, _, err := pagesOf(t, dump, DumpOptions{})
		if err != nil {
			return
		}
		var want struct {
			XMLName xml.Name `xml:"mediawiki"`
			Pages   []struct {
				Title    []string `xml:"title"`
				Revision []struct {
					Text []struct {
						Chars string `xml:",chardata"`
						Inner string `xml:",innerxml"`
					} `xml:"text"`
				} `xml:"revision"`
			} `xml:"page"`
		}
		if xml.Unmarshal([]byte(dump), &want) != nil {
			return
		}
		n := 0
		for _, p := range want.Pages {
			if len(p.Revision) == 0 {
				continue
			}
			if n == len(got) {
				t.Fatalf("%d pages, encoding/xml finds more", len(got))
			}
			simple := len(p.Revision) == 1 && len(p.Revision[0].Text) == 1 && len(p.Title) == 1 &&
				!strings.Contains(p.Revision[0].Text[0].Inner, "<") && got[n].Fault == DumpWhole
			if simple && got[n].Text != p.Revision[0].Text[0].Chars {
				t.Fatalf("%q, encoding/xml reads %q", got[n].Text, p.Revision[0].Text[0].Chars)
			}
			n++
		}
		if n != len(got) {
			t.Fatalf("%d pages, encoding/xml finds %d", len(got), n)
		}
	})
}

// BenchmarkReadDump: 10,000 pages of 10 KB, all of them wanted, or one in ten.
func BenchmarkReadDump(b *testing.B) {
	text := strings.Repeat("* die Leitung &lt;ref&gt; im [[Keller]] ist feucht, siehe ''Antrag 2''\n", 140)
	for name, want := range map[string]func(string) bool{
		"all": nil, "tenth": func(title string) bool { return strings.HasSuffix(title, "7") },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				info, err := ReadDump(&endless{left: 10_000, text: text}, DumpOptions{Want: want}, func(DumpInfo, DumpPage) error { return nil })
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(info.Bytes)
			}
		})
	}
}
