package archive

import (
	"bytes"
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
	if len(words) < 3 || !bytes.ContainsRune(words[2], 'M') {
		return false
	}
	_, err := motions.ParseID(strings.TrimSpace(string(words[2])))
	return err == nil
}

// linesWith returns the lines of data that hold what, which is much cheaper
// than reading them all.
func linesWith(data, what []byte) []byte {
	var out []byte
	for {
		i := bytes.Index(data, what)
		if i < 0 {
			return out
		}
		start := bytes.LastIndexByte(data[:i], '\n') + 1
		end := bytes.IndexByte(data[i:], '\n')
		if end < 0 {
			return append(out, data[start:]...)
		}
		out = append(out, data[start:i+end+1]...)
		data = data[i+end+1:]
	}
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
