package archive

import (
	"bytes"
	"slices"
	"strings"

	"telko/motions"
	"telko/tasks"
)

// logs is what the three logs hold. The private log has lines of both kinds;
// they are held apart by their ids.
type logs struct {
	tasks          []byte
	motions        []byte
	private        []byte // as it is on disk
	privateTasks   []byte // lines of motions are blank in it, so that numbers of lines stay
	privateMotions []byte
}

func (w *Workspace) readLogs() (l logs, err error) {
	if l.tasks, err = w.readFile(taskLog, maxLog); err != nil {
		return l, err
	}
	if l.motions, err = w.readFile(motionLog, maxLog); err != nil {
		return l, err
	}
	l.private, err = w.readFile(privateLog, maxLog)
	l.privateTasks, l.privateMotions = splitPrivate(l.private)
	return l, err
}

// readMotionLines reads what the logs have of motions alone.
func (w *Workspace) readMotionLines() (l logs, err error) {
	if l.motions, err = w.readFile(motionLog, maxLog); err != nil {
		return l, err
	}
	if l.private, err = w.readFile(privateLog, maxLog); err == nil {
		_, l.privateMotions = splitPrivate(l.private)
	}
	return l, err
}

// onDisk returns the logs that tasks come from, in the order of logNames.
func (l *logs) onDisk() [2][]byte { return [2][]byte{l.tasks, l.private} }

// splitPrivate gives each kind its lines and the other a blank one.
func splitPrivate(data []byte) (forTasks, forMotions []byte) {
	for line := range bytes.Lines(data) {
		blank := []byte("\n")
		if bytes.IndexByte(line, '\n') < 0 {
			blank = nil
		}
		if isMotionLine(line) {
			forTasks, forMotions = append(forTasks, blank...), append(forMotions, line...)
		} else {
			forTasks, forMotions = append(forTasks, line...), append(forMotions, blank...)
		}
	}
	return forTasks, forMotions
}

func isMotionLine(line []byte) bool {
	words := bytes.SplitN(line, []byte(" "), 4)
	if len(words) < 3 || !bytes.ContainsAny(words[2], "MD") {
		return false
	}
	_, err := motions.ParseLogID(strings.TrimSpace(string(words[2])))
	return err == nil
}

// linesWith returns the lines of data that hold any of words and that want is
// true for (nil for all), in their order. It looks at no other line, which is
// much cheaper than taking every line apart.
func linesWith(data []byte, want func(line []byte) bool, words ...string) []byte {
	type span struct{ start, end int }
	var found []span
	for _, word := range words {
		for at := 0; ; {
			i := bytes.Index(data[at:], []byte(word))
			if i < 0 {
				break
			}
			start := bytes.LastIndexByte(data[:at+i], '\n') + 1
			end := len(data)
			if n := bytes.IndexByte(data[at+i:], '\n'); n >= 0 {
				end = at + i + n + 1
			}
			if want == nil || want(data[start:end]) {
				found = append(found, span{start, end})
			}
			at = end
		}
	}
	slices.SortFunc(found, func(a, b span) int { return a.start - b.start })
	var out []byte
	for _, s := range slices.Compact(found) {
		out = append(out, data[s.start:s.end]...)
	}
	return out
}

// taskLines writes events as lines of a log.
func taskLines(evs []tasks.Event) []byte { return tasks.AppendLines(nil, evs...) }

func motionLines(evs []motions.Event) []byte {
	var b []byte
	for _, e := range evs {
		b = append(append(b, e.Line()...), '\n')
	}
	return b
}

// dayIn returns the day in an id, the one part of it with six digits, as YYMMDD.
func dayIn(id []byte) []byte {
	for len(id) > 6 {
		i := bytes.IndexByte(id, '-')
		if i < 0 {
			return nil
		}
		if i == 6 && isDigits(id[:6]) {
			return id[:6]
		}
		id = id[i+1:]
	}
	return nil
}

func isDigits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
