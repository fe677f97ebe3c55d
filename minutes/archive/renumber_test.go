package archive

import (
	"strings"
	"testing"

	"telko/tasks"
)

// One id in two files of one day, and in a private file: the text that the log
// knew first keeps it, wherever it stands.
func TestRenumberAcrossFiles(t *testing.T) {
	w := newWorkspace(t)
	const public, private, other = "minutes/2010/2010-01-07-werk-telko.md", "minutes/2010/2010-01-07-werk-telko.private.md", "minutes/2010/2010-01-07-werk-telko-2.md"
	put(t, w, public, meeting("2010-01-07", "- [ ] Papier kaufen (mia) #100107-1\n- [ ] Tinte kaufen #100107-2\n"))
	put(t, w, private, meeting("2010-01-07", "- [ ] #100107-2: Geheimes tun\n"))
	put(t, w, other, meeting("2010-01-07", "- [ ] Drucker holen #100107-1\n- [ ] Papier kaufen #100107-1\n"))
	put(t, w, "tasks.log", "2010-01-07T20:00:01+01:00 telko 100107-1 add "+tasks.Digest("Papier kaufen")+"\n"+
		"2010-01-07T20:00:00+01:00 telko 100107-1 add "+tasks.Digest("Drucker holen")+"\n"+
		"2010-01-07T20:00:00+01:00 telko 100107-2 add "+tasks.Digest("Tinte kaufen")+"\n")
	done, err := w.Renumber(nil, false)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range done {
		got = append(got, r.Text+" "+string(r.Old)+" "+string(r.New))
	}
	if s := strings.Join(got, "; "); s != "Papier kaufen 100107-1 100107-3; Geheimes tun 100107-2 100107-4; Papier kaufen 100107-1 100107-5" {
		t.Error(s)
	}
	for rel, want := range map[string]string{
		public:        "- [ ] Papier kaufen (mia) #100107-3\n- [ ] Tinte kaufen #100107-2\n",
		private:       "- [ ] Geheimes tun #100107-4\n",
		other:         "- [ ] Drucker holen #100107-1\n- [ ] Papier kaufen #100107-5\n",
		"private.log": "100107-4 add ",
	} {
		if !strings.Contains(get(t, w, rel), want) {
			t.Errorf("%s:\n%s", rel, get(t, w, rel))
		}
	}
	if strings.Contains(get(t, w, "tasks.log"), "100107-4") {
		t.Error("the id of a private task is in the public log")
	}
	again, err := w.Renumber(nil, false)
	if err != nil || len(again) != 0 {
		t.Errorf("again: %v, %v", again, err)
	}
}
