package motions

// ReadVote reads a tally: "5 dafür, 1 dagegen, 2 Enthaltungen", "5/1/2".
func ReadVote(s string) (Vote, bool) { panic("todo") }

// ReadOutcome reads what a decision said: "angenommen".
func ReadOutcome(s string) (Outcome, bool) { panic("todo") }

// Handling says how far the talk about m has got.
func (m *Motion) Handling() Handling { panic("todo") }

// Outcome returns the outcome of the last decision, NoOutcome if there is none.
func (m *Motion) Outcome() Outcome { panic("todo") }

// Wording returns what a motion is recognised by: its title and first text.
func (m *Motion) Wording() string { panic("todo") }
