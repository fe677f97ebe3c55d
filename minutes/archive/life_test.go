package archive

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"telko/tasks"
)

// life is an archive to which things happen, some through telko, some behind
// its back.
type life struct {
	*rand.Rand
	t testing.TB
	w *Workspace
	n int
}

func (l *life) pick(words ...string) string { return words[l.IntN(len(words))] }

func (l *life) id() tasks.ID {
	reg, _ := l.w.Register()
	if len(reg.Tasks) == 0 {
		return "100107-1"
	}
	return reg.Tasks[l.IntN(len(reg.Tasks))].ID
}

func (l *life) line() string {
	l.n++
	return fmt.Sprintf("- [%s] Aufgabe %d%s%s\n", l.pick(" ", " ", "x"), l.n, l.pick("", " (mia)", " (mia?, Ole)", " (alle)", " (orga)", " (wer)"), l.pick("", " bis 20.01.2010"))
}

func (l *life) ref() (Ref, bool) {
	refs, _ := l.w.Meetings()
	if len(refs) == 0 {
		return Ref{}, false
	}
	return refs[l.IntN(len(refs))], true
}

// step does one thing, and says what.
func (l *life) step() string {
	ref, any := l.ref()
	kind := l.IntN(21)
	switch {
	case !any:
		return l.throughTelko(0, ref)
	case kind < 11:
		return l.throughTelko(kind, ref)
	case kind < 20:
		return l.byHand(kind-11, ref)
	}
	os.RemoveAll(filepath.Join(l.w.Root(), cacheDir))
	return "cache deleted"
}

// throughTelko changes something as commands do. What is refused is refused.
func (l *life) throughTelko(kind int, ref Ref) string {
	switch kind {
	case 0, 1:
		id := fmt.Sprintf("2010-%02d-%02d-%s", 1+l.IntN(2), 1+l.IntN(4), l.pick("werk-telko", "sonder", "werk-telko-2"))
		l.w.Create(id, []byte(meeting(id[:10], l.line()+l.line())))
		return "create " + id
	case 2, 3, 4:
		l.w.Edit(ref, func(old []byte) ([]byte, error) { return append(old, l.line()...), nil })
		return "edit " + ref.ID
	case 5:
		l.w.EditPrivate(ref, func(old []byte) ([]byte, error) {
			if old == nil {
				old = []byte(meeting(ref.ID[:10], ""))
			}
			return append(old, l.line()...), nil
		})
		return "edit private " + ref.ID
	case 6, 7, 8, 9:
		e := tasks.Event{By: "mia", At: noon().Add(time.Duration(l.IntN(1e6)) * time.Second), Verb: tasks.Verb(l.pick("done", "reopen", "wait", "drop", "note")), Text: "x"}
		l.w.Change(l.id(), func(tasks.Task) (tasks.Event, error) { return e, nil })
		return "change"
	default:
		e := tasks.NewTask(tasks.Task{ID: tasks.PersonalID("", noonDay(), "mia", 1+l.IntN(3)), Text: "zwischendurch", Assignees: []tasks.Assignee{{Nick: "mia"}}, Due: noonDay()}, "mia", noon())
		e.Private = l.IntN(2) == 0
		l.w.Append(e)
		return "personal"
	}
}

// byHand changes something as editors and git do.
func (l *life) byHand(kind int, ref Ref) string {
	log := filepath.Join(l.w.Root(), l.pick(taskLog, taskLog, privateLog))
	file := filepath.Join(l.w.Root(), ref.Path)
	switch kind {
	case 0: // an editor adds a line without an id
		appendTo(file, l.line())
		return "by hand " + ref.ID
	case 1: // an editor takes a line out
		data, _ := os.ReadFile(file)
		lines := strings.SplitAfter(string(data), "\n")
		i := l.IntN(len(lines))
		os.WriteFile(file, []byte(strings.Join(slices.Delete(lines, i, i+1), "")), 0o666)
		return "line out " + ref.ID
	case 2: // a box is ticked, which keeps the file's size
		data, _ := os.ReadFile(file)
		os.WriteFile(file, []byte(strings.Replace(string(data), "- [ ]", "- [x]", 1)), 0o666)
		return "ticked " + ref.ID
	case 3:
		os.Remove(file)
		return "removed " + ref.ID
	case 4: // a file under another name: its ids are now foreign, or stand twice
		data, _ := os.ReadFile(file)
		os.WriteFile(filepath.Join(l.w.Root(), PathOf(ref.ID[:10]+"-kopie")), data, 0o666)
		return "copied " + ref.ID
	case 5: // a log is merged: lines in another order, some twice
		data, _ := os.ReadFile(log)
		lines := strings.SplitAfter(string(data), "\n")
		l.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		os.WriteFile(log, []byte(strings.Join(append(lines, lines[0]), "")), 0o666)
		return "merged"
	case 6:
		appendTo(log, l.pick("<<<<<<< HEAD\n", "2010-01-09T12:00:00+01:00 mia 100107-1 fly\n", "2010-01-09T12:00:00+01:00 mia 100107-1 do", "\n", "2010-01-09T12:00:00+01:00 telko M100107-1 add 0123456789\n"))
		return "damaged log"
	case 7: // broken, then whole again
		data, _ := os.ReadFile(file)
		text := string(data)
		if rest, ok := strings.CutPrefix(text, "---\nstart: 99:00\n"); ok {
			text = "---\n" + rest
		} else {
			text = strings.Replace(text, "---\n", "---\nstart: 99:00\n", 1)
		}
		os.WriteFile(file, []byte(text), 0o666)
		return "broken " + ref.ID
	default: // as if it had been moved from another day, with its ids
		data, _ := os.ReadFile(file)
		text := strings.Replace(string(data), "---\nseries", "---\nid-day: 2010-01-01\nseries", 1)
		if rest, ok := strings.CutPrefix(string(data), "---\nid-day: 2010-01-0"); ok {
			text = "---\nid-day: 2010-01-0" + l.pick("1", "2", "3") + rest[1:]
		}
		os.WriteFile(file, []byte(text), 0o666)
		return "moved " + ref.ID
	}
}

func appendTo(path, text string) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o666)
	if err == nil {
		f.WriteString(text)
		f.Close()
	}
}
