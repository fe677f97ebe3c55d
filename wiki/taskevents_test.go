package wiki

import (
	"strings"
	"testing"
	"time"

	"telko/tasks"
	"telko/wiki/client"
)

const tableHead = "Was wir uns vorgenommen haben:\n\n<!-- telko:tasks -->\n{| class=\"wikitable sortable\"\n! Stand !! Nr. !! fällig !! wer !! Aufgabe !! aus\n"

// tableOf returns a page with these rows of the list.
func tableOf(rows ...string) string {
	return tableHead + strings.Join(rows, "\n") + "\n|}\n<!-- /telko:tasks -->\n\nUnd sonst?"
}

const rowA = "|- id=\"310306-1\" style=\"background:#fee7e6;color:#202122\"\n" +
	"| data-sort-value=\"1\" | ☐ '''überfällig''' || [[Protokoll#310306-1|#310306-1]] || data-sort-value=\"2031-03-08\" | 08.03.2031 || lene || Gießkanne || [[Protokoll|06.03.2031]]"

const rowB = "|- id=\"310306-2\"\n" +
	"| data-sort-value=\"2\" | ☐ offen || #310306-2 || data-sort-value=\"2031-03-20\" | 20.03.2031 || ole, lene? || [[Zaun]] ''streichen'' || [[Protokoll|06.03.2031]]"

// What a person does to a row, and what becomes of it.
func TestHandEvents(t *testing.T) {
	t.Parallel()
	swap := func(from, to string) func(string) string {
		return func(page string) string {
			if !strings.Contains(page, from) {
				t.Fatalf("no %q", from)
			}
			return strings.Replace(page, from, to, 1)
		}
	}
	const at = "2031-03-10T09:08:07Z wiki:Otto%20K. "
	for name, c := range map[string]struct {
		edit func(string) string
		want []string
	}{
		"nothing":         {func(s string) string { return s }, nil},
		"around the list": {swap("Und sonst?", "☑ erledigt"), nil},
		"ticked":          {swap("☐ '''über", "☑ '''über"), []string{"310306-1 done"}},
		"ticked by sign":  {swap("☐ offen", "✓"), []string{"310306-2 done"}},
		"ticked by x":     {swap("☐ offen", "[x] offen"), []string{"310306-2 done"}},
		"word alone":      {swap("☐ offen", "Erledigt!"), []string{"310306-2 done"}},
		"word by the box": {swap("☐ offen", "☐ erledigt"), []string{"310306-2 done"}},
		"with a reason":   {swap("☐ offen", "☑ erledigt mit Pinsel"), []string{"310306-2 done mit Pinsel"}},
		"not done":        {swap("☐ offen", "nicht erledigt"), []string{"310306-2 note ☐ offen → nicht erledigt"}},
		"almost":          {swap("☐ offen", "☐ fast"), []string{"310306-2 note ☐ offen → ☐ fast"}},
		"waits":           {swap("☐ offen", "☐ wartet"), []string{"310306-2 wait"}},
		"dropped":         {swap("☐ offen", "☑ fallen gelassen"), []string{"310306-2 drop"}},
		"another date":    {swap("20.03.2031", "1. 4. 2031"), []string{"310306-2 due 2031-04-01"}},
		"a date by words": {swap("20.03.2031", "nächste Woche"), []string{"310306-2 due 2031-03-23"}},
		"the same date":   {swap("20.03.2031", "'''2031-03-20'''"), nil},
		"no date":         {swap("20.03.2031", "irgendwann"), []string{"310306-2 note 20.03.2031 → irgendwann"}},
		"date taken out":  {swap("| 20.03.2031", "|"), []string{"310306-2 note 20.03.2031 → –"}},
		"text":            {swap("Gießkanne", "große Gießkanne"), []string{"310306-1 note Gießkanne → große Gießkanne"}},
		"who":             {swap("|| lene ||", "|| sam ||"), []string{"310306-1 note lene → sam"}},
		"a cell more":     {swap("06.03.2031]]\n|}", "06.03.2031]] || dringend\n|}"), []string{"310306-2 note – → dringend"}},
		"a row gone":      {swap(rowB+"\n", ""), nil},
		"rows turned":     {func(string) string { return tableOf(rowB, rowA) }, nil},
		"a cell a line":   {func(s string) string { return strings.ReplaceAll(s, " || ", "\n| ") }, nil},
		"ids dropped":     {swap(`|- id="310306-2"`, "|-"), nil},
		"a copied row":    {func(string) string { return tableOf(rowA, rowB, strings.Replace(rowB, "☐ offen", "☑", 1)) }, nil},
		"marks gone":      {swap("<!-- telko:tasks -->", ""), nil},
		"two at once": {func(s string) string {
			return strings.Replace(strings.Replace(s, "☐ '", "☑ '", 1), "20.03.2031", "5.4.2031", 1)
		}, []string{"310306-1 done", "310306-2 due 2031-04-05"}},
		"a line of events": {swap("☐ offen", "☑ 2031-01-01T00:00:00Z ole 310306-2 drop"), []string{"310306-2 done 2031-01-01T00:00:00Z ole 310306-2 drop"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			before := client.Page{Text: tableOf(rowA, rowB)}
			after := client.Page{Text: c.edit(before.Text), User: "Otto K.", Time: time.Date(2031, 3, 10, 10, 8, 7, 0, time.FixedZone("", 3600))}
			var got []string
			for _, e := range handEvents(before, after) {
				got = append(got, e.Line())
			}
			var want []string
			for _, w := range c.want {
				want = append(want, at+w)
			}
			if strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			if evs, bad := tasks.ReadLog("", []byte(strings.Join(append(got, ""), "\n"))); len(bad) > 0 || len(evs) != len(got) {
				t.Errorf("no lines of a log: %v", bad)
			}
		})
	}
}

// An edit by somebody whose name was hidden since is an event all the same.
func TestHandEventsOfNobody(t *testing.T) {
	t.Parallel()
	before := client.Page{Text: tableOf(rowB)}
	after := client.Page{Text: tableOf(strings.Replace(rowB, "☐ offen", "☑ erledigt", 1)), Time: time.Date(2031, 3, 10, 9, 8, 7, 0, time.UTC)}
	evs := handEvents(before, after)
	if len(evs) != 1 || evs[0].Line() != "2031-03-10T09:08:07Z wiki:- 310306-2 done" {
		t.Errorf("%v", evs)
	}
}

// Who ticks by mistake and takes it back has reopened the task.
func TestHandUntick(t *testing.T) {
	t.Parallel()
	open := client.Page{Text: tableOf(rowB)}
	for _, ticked := range []string{"☑ erledigt", "☑ offen", "erledigt"} {
		done := client.Page{Text: tableOf(strings.Replace(rowB, "☐ offen", ticked, 1))}
		evs := handEvents(done, open)
		if len(evs) != 1 || evs[0].Verb != tasks.Reopen {
			t.Errorf("%s: %v", ticked, evs)
		}
	}
}

// What a person writes between the marks and what is no row of telko's goes
// below the list, word for word.
func TestStrayLines(t *testing.T) {
	t.Parallel()
	page := tableOf(rowA, "|-\n| ☐ || || 20.3. || ole || [[Zaun]] holen || ", strings.Replace(rowA, "Gießkanne", "Schlauch", 1), rowB)
	page = strings.Replace(page, "\n<!-- /telko", "\n\nBitte '''alle''' nachsehen!\n* ja\n* nein\n<!-- /telko", 1)
	_, inside, _, ok := region(page, tasksMark)
	if !ok {
		t.Fatal("no region")
	}
	got := strings.Join(strayLines(inside, nil), "\n")
	want := "* 20.3. – ole – [[Zaun]] holen\n" +
		"* ☐ '''überfällig''' – [[Protokoll#310306-1|#310306-1]] – 08.03.2031 – lene – Schlauch – [[Protokoll|06.03.2031]]\n" +
		"Bitte '''alle''' nachsehen!\n* ja\n* nein"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if left := strayLines(tableOf(rowA, rowB), nil); len(left) != 2 { // the lines around the list, which were passed in too
		t.Errorf("%q", left)
	}
}

func TestRegion(t *testing.T) {
	t.Parallel()
	const b, e = "<!-- telko:tasks -->", "<!-- /telko:tasks -->"
	for _, bad := range []string{"", b, e, e + "\n" + b, b + "\n" + b + "\n" + e, b + "\nx\n" + e + "\n" + e, "x " + b + "\n" + e, b + "\n" + e + " x", "<nowiki>" + b + "\n" + e + "</nowiki>"} {
		if _, _, _, ok := region(bad, tasksMark); ok {
			t.Errorf("%q has a region", bad)
		}
	}
	before, inside, after, ok := region("a\n"+b+" \n\n x \n"+e+"\nz", tasksMark)
	if !ok || before != "a\n"+b || inside != "x" || after != e+"\nz" {
		t.Errorf("%q %q %q %v", before, inside, after, ok)
	}
}
