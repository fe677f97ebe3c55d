package tasks

// Apply is Settle without its short way for tasks that are closed.
func (s *Standing) Apply(t *Task) {
	if _, i := s.find(s.keyOf(string(t.ID)), string(t.ID)); i >= 0 {
		s.apply(s.ask(i), t, true)
	}
}
