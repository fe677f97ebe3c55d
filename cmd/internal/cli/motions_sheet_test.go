package cli

import (
	"slices"
	"strings"
	"testing"

	"telko/minutes/lang"
	"telko/motions"
)

func askedFor(texts ...string) *motions.Record {
	r := &motions.Record{ID: "M310306-1", Title: "Leinwand", Places: []motions.Place{{Meeting: "2031-03-06-plenum"}}}
	for i, t := range texts {
		kind := motions.TextPart
		if i > 0 {
			kind = motions.Reasons
		}
		r.Parts = append(r.Parts, motions.Part{Passage: motions.Passage{Kind: kind, Text: t}, Of: -1})
	}
	return r
}

func TestReadSheet(t *testing.T) {
	a := &app{lang: lang.English}
	sheet, quoted := a.sheet(askedFor("One.\n\nTwo.", "- three\n- four"), nil)
	for name, c := range map[string]struct {
		src  string
		want []sheetAnswer
	}{
		"as it was":         {sheet, nil},
		"empty":             {"", nil},
		"above all":         {"Yes.\n" + sheet, []sheetAnswer{{-1, -1, "Yes."}}},
		"below a block":     {strings.Replace(sheet, "> One.\n", "> One.\nYes.\n\nAnd no.\n", 1), []sheetAnswer{{0, 0, "Yes.\n\nAnd no."}}},
		"two, quotes gone":  {"> Two.\nB\n> - four\nC\n", []sheetAnswer{{0, 1, "B"}, {1, 0, "C"}}},
		"without a blank":   {">Two.\r\nB\r\n", []sheetAnswer{{0, 1, "B"}}},
		"below scissors":    {"> One.\n" + scissors + "\nB\n", nil},
		"bars do not count": {"> One.\n| B\n", nil},
	} {
		got, err := readSheet(c.src, quoted)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	for _, src := range []string{"> Three.\nB\n", "> Two.\n> One.\nB\n"} {
		if got, err := readSheet(src, quoted); err == nil {
			t.Errorf("%q: %+v", src, got)
		}
	}
}

// Whatever a motion says, its sheet holds no answer, and one written below its
// last line is to that.
func FuzzSheet(f *testing.F) {
	f.Add("One.\n\nTwo.", "> quoted\n\n| bar\n"+scissors)
	f.Add("", "- a\r\n  b")
	f.Fuzz(func(t *testing.T, text, reasons string) {
		a := &app{lang: lang.German}
		r := askedFor(text, reasons)
		sheet, quoted := a.sheet(r, nil)
		if got, err := readSheet(sheet, quoted); err != nil || len(got) > 0 {
			t.Fatalf("%q: %+v, %v", sheet, got, err)
		}
	})
}

func FuzzReadMail(f *testing.F) {
	f.Add([]byte("From: a <a@b>\nDate: Fri, 7 Mar 2031 10:00:00 +0100\nSubject: x\n\ntext\n"))
	f.Add([]byte("From: a\nMessage-ID: <1>\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\nx\n--a--\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		m, ok, err := readMail(src)
		if !ok && err != nil || ok && err == nil && m.text == "" {
			t.Errorf("%+v, %v, %v", m, ok, err)
		}
	})
}

// A list needs no other command; in doubt all are there.
func TestMotionsOfOneCommand(t *testing.T) {
	for args, want := range map[string]int{
		"motions": 0, "motions --unanswered": 0, "motions show": 1, "motions --help": len(motionCommands), "motions shwo": len(motionCommands),
		"help motions": len(motionCommands), "__complete motions": len(motionCommands),
	} {
		if got := len(namedMotion(strings.Fields(args))); got != want {
			t.Errorf("%q: %d commands, want %d", args, got, want)
		}
	}
}
