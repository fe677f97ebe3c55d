package minutes

// With returns another text of the same meeting as it may leave the team, read
// as p was: one that was published earlier, say, or one that somebody wrote on
// the wiki. It is held to all that NewPublic holds a file to, but for names,
// which are left as they are.
func (p Public) With(text []byte) (Public, error) {
	if p.file == nil {
		return Public{}, nil
	}
	f, err := Parse(p.file.name, text, p.file.ctx)
	if err != nil {
		return Public{}, err
	}
	return NewPublic(f, PublicOptions{People: p.file.ctx.People})
}
