package tui

// theme is what the screen is drawn with, by what a piece of text is. Every
// ink is made once; a row only joins them with text.
//
// The colours are those of the terminal's own palette, which its user has
// chosen to be readable: on one whose background is not known, none of them is
// white, black or yellow. Nothing is told by colour alone: under NO_COLOR what
// is chosen is reversed, and every state has a word or a mark.
type theme struct {
	title, faint, strong, key, rule ink
	topic, motion, passage          ink
	task, due, done, decision       ink
	mention, private, raw           ink
	guest, here                     ink
	good, warn, bad                 ink
	chosen, prompt, offer, matched  ink
	popup                           ink
}

// newTheme returns the inks for a background. known is false as long as the
// terminal has not said which it has; most never do.
func newTheme(known, dark bool) *theme {
	t := &theme{
		title:    "\x1b[1m",
		faint:    "\x1b[2m",
		strong:   "\x1b[1m",
		key:      "\x1b[1m",
		rule:     "\x1b[2m",
		topic:    "\x1b[1;36m",
		motion:   "\x1b[1;35m",
		passage:  "\x1b[35m",
		task:     "\x1b[32m",
		due:      "\x1b[36m",
		done:     "\x1b[2m",
		decision: "\x1b[1;32m",
		mention:  "\x1b[36m",
		private:  "\x1b[31m",
		raw:      "\x1b[2m",
		guest:    "\x1b[36m",
		here:     "\x1b[32m",
		good:     "\x1b[32m",
		warn:     "\x1b[1;35m",
		bad:      "\x1b[1;31m",
		chosen:   "\x1b[7m",
		prompt:   "\x1b[1;36m",
		offer:    "\x1b[35m",
		matched:  "\x1b[4m",
		popup:    "\x1b[100;97m",
	}
	switch {
	case known && dark:
		t.topic, t.prompt = "\x1b[1;38;5;117m", "\x1b[1;38;5;117m"
		t.task, t.here, t.good = "\x1b[38;5;114m", "\x1b[38;5;114m", "\x1b[38;5;114m"
		t.due, t.mention, t.guest = "\x1b[38;5;80m", "\x1b[38;5;80m", "\x1b[38;5;80m"
		t.motion, t.passage, t.offer = "\x1b[1;38;5;176m", "\x1b[38;5;176m", "\x1b[38;5;176m"
		t.decision = "\x1b[1;38;5;114m"
		t.warn, t.bad, t.private = "\x1b[1;38;5;215m", "\x1b[1;38;5;203m", "\x1b[38;5;210m"
		t.faint, t.rule, t.done, t.raw = "\x1b[38;5;246m", "\x1b[38;5;240m", "\x1b[38;5;246m", "\x1b[38;5;246m"
	case known:
		t.topic, t.prompt = "\x1b[1;38;5;25m", "\x1b[1;38;5;25m"
		t.task, t.here, t.good = "\x1b[38;5;28m", "\x1b[38;5;28m", "\x1b[38;5;28m"
		t.due, t.mention, t.guest = "\x1b[38;5;30m", "\x1b[38;5;30m", "\x1b[38;5;30m"
		t.motion, t.passage, t.offer = "\x1b[1;38;5;90m", "\x1b[38;5;90m", "\x1b[38;5;90m"
		t.decision = "\x1b[1;38;5;28m"
		t.warn, t.bad, t.private = "\x1b[1;38;5;130m", "\x1b[1;38;5;160m", "\x1b[38;5;124m"
		t.faint, t.rule, t.done, t.raw = "\x1b[38;5;242m", "\x1b[38;5;250m", "\x1b[38;5;242m", "\x1b[38;5;242m"
	}
	return t
}
