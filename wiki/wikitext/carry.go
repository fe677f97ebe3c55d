package wikitext

// Carry carries an edit within one format: own is a person's text of what old
// says, edited is the edited old, and the result is own with the edit in it.
// What was not edited keeps its bytes. It is for texts that a projection made
// poorer or spelled otherwise, as minutes without their comments. The error is a
// *PatchError.
func Carry(own, old, edited string, f Format) (string, error) {
	if own == old {
		return edited, nil
	}
	hows := []carryHow{{f: f}}
	if f == Markdown {
		hows = []carryHow{carryMarkdown, carryAnyBullet}
	}
	var failed unit
	for _, how := range hows {
		text, at, ok := carry(own, old, edited, how)
		if ok {
			return text, nil
		}
		failed = at
	}
	return "", Patch{New: edited}.failed(failed, old, f)
}
