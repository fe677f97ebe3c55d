package archive

import (
	"bytes"
	"strings"

	"telko/tasks"
)

// Take adds the events that the logs do not have yet, in their order, waits
// until they are on disk, and returns them: events that were made elsewhere,
// and come again and again. Those of private tasks go to the private log. An
// event counts as there if its line is, or if same (nil for none) finds another
// form of it among the lines of the public log.
func (w *Workspace) Take(events []tasks.Event, same func(e tasks.Event) bool) ([]tasks.Event, error) {
	if len(events) == 0 {
		return nil, nil
	}
	var taken []tasks.Event
	err := w.locked(func(*held) error {
		logs, err := w.readLogs()
		if err != nil {
			return err
		}
		has := map[string]bool{}
		for _, log := range logs.onDisk() {
			for line := range bytes.Lines(log) {
				has[strings.TrimRight(string(line), "\r\n")] = true
			}
		}
		private, err := w.privateIDs(logs)
		if err != nil {
			return err
		}
		var public, hidden []tasks.Event
		for _, e := range events {
			line := e.Line()
			if has[line] || same != nil && same(e) {
				continue
			}
			has[line] = true
			if e.Private = e.Private || private[e.ID]; e.Private {
				hidden = append(hidden, e)
			} else {
				public = append(public, e)
			}
			taken = append(taken, e)
		}
		if err := w.appendLines(privateLog, taskLines(hidden), 0o600); err != nil {
			return err
		}
		return w.appendLines(taskLog, taskLines(public), 0o666)
	})
	if err != nil {
		return nil, err
	}
	return taken, nil
}

// privateIDs returns the tasks that are private. Without private files and a
// private log nothing is read.
func (w *Workspace) privateIDs(logs logs) (map[tasks.ID]bool, error) {
	l, err := w.list()
	if err != nil {
		return nil, err
	}
	some := len(logs.privateTasks) > 0
	for _, f := range l.files {
		some = some || f.private
	}
	if !some {
		return nil, nil
	}
	ids := map[tasks.ID]bool{}
	for _, t := range fold(l, w.scan(l, nil), logs).Tasks {
		if t.Private {
			ids[t.ID] = true
		}
	}
	return ids, nil
}
