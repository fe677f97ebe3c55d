package capture

import (
	"bytes"

	"telko/motions"
	"telko/tasks"
)

// minted is a file as it was written, but for the ids that its tasks and
// motions were given then.
type minted struct {
	file   fileText
	events []Event // that give the entries their ids
}

// findMinted compares what was written with what is there now. It is nil if
// there is more than ids at the ends of lines: then the file must be read.
func findMinted(next *fileText, now []byte) *minted {
	m := &minted{file: fileText{src: now, head: next.head}}
	if len(next.placed) == 0 || !bytes.HasPrefix(now, next.src[:next.head]) {
		return nil
	}
	from, at := next.head, next.head
	for _, p := range next.placed {
		if p.Start != from {
			return nil
		}
		start := at
		for line := range bytes.Lines(next.src[p.Start:p.End]) {
			if bytes.HasPrefix(now[at:], line) {
				at += len(line)
				continue
			}
			e, n := mintedLine(line, now[at:])
			if n == 0 {
				return nil
			}
			e.Of = p.ID
			m.events = append(m.events, e)
			at += n
		}
		m.file.placed = append(m.file.placed, Placed{p.ID, start, at})
		from = p.End
	}
	if !bytes.Equal(next.src[from:], now[at:]) {
		return nil
	}
	return m
}

// mintedLine reads what line became: itself with an id at its end. It returns
// the length of that, 0 if it is something else.
func mintedLine(line, now []byte) (e Event, n int) {
	text := bytes.TrimRight(line, " \t\r\n")
	n = bytes.IndexByte(now, '\n') + 1
	if n == 0 {
		n = len(now)
	}
	rest, ok := bytes.CutPrefix(now[:n], text)
	end := line[len(text):]
	id, sameEnd := bytes.CutSuffix(rest, end)
	id, sharp := bytes.CutPrefix(id, []byte(" #"))
	if !ok || !sameEnd || !sharp {
		return e, 0
	}
	e = Event{By: byTelko, Verb: GiveID}
	if motion, err := motions.ParseID(string(id)); err == nil {
		e.MotionID = motion
	} else if task, err := tasks.ParseID(string(id)); err == nil {
		e.TaskID = task
	} else {
		return e, 0
	}
	return e, n
}
