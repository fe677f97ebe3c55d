package tasks

// Standing is what logs say of every task, without the events themselves: the
// fold for those who do not show a history. It reads logs in one pass without
// copying them, and is for registers of many tasks.
type Standing struct{}

// ReadStanding reads logs into a standing. It keeps logs, which must not be
// changed afterwards.
func ReadStanding(logs ...[]byte) *Standing { panic("todo") }

// Closed reports whether the task with id is done or dropped. Checked is its
// box in the minutes. The id comes without '#', and its bytes are not kept.
func (s *Standing) Closed(id []byte, checked bool) bool { panic("todo") }

// Apply sets what the log says of t, as Fold does, but no History.
func (s *Standing) Apply(t *Task) { panic("todo") }

// Rest returns the tasks that the log knows and that neither Closed nor Apply
// was asked for: those added between meetings, then orphans. With openOnly
// those done and dropped are left out.
func (s *Standing) Rest(openOnly bool) []Task { panic("todo") }
