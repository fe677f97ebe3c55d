package minutes

import (
	"strings"

	"telko/tasks"
	"telko/tasks/when"
)

// ReadAssignees reads a list of assignees as a bracket of minutes has it,
// without the bracket: "jpru, sebi?". Persons and groups are those of the
// roster. Unknown holds the parts that are nobody's name.
func ReadAssignees(list string, people *People) (who []tasks.Assignee, unknown []string) {
	r := taskReader{people: people, quiet: true}
	var p TaskParts
	for _, part := range strings.FieldsFunc(list, func(c rune) bool { return c == ',' || c == ';' }) {
		if part = strings.TrimSpace(part); part != "" && !r.names(part, &p) {
			unknown = append(unknown, part)
		}
	}
	return p.Assignees, unknown
}

// ReadTask reads one task as a line of minutes has it behind its checkbox, as
// it is typed between meetings: text, assignees, due date. Dates in words count
// from the calendar's day. Problems, which
// have no line, say what was taken for text and may have been meant for more.
func ReadTask(line string, ctx Context, cal when.Calendar) (tasks.Task, []Problem) {
	r := taskReader{people: ctx.People, local: ctx.Known, date: cal.From, telco: cal.Telco}
	line = strings.Join(strings.Fields(line), " ")
	p := r.read(line)
	text := line[p.Text.Start:p.Text.End]
	return tasks.Task{Text: text, Assignees: p.Assignees, Due: p.Task.Due, State: tasks.Open}, r.problems
}
