package capture

// JournalOf returns the id of the meeting that data is the journal of; ok is
// false if it is none.
func JournalOf(data []byte) (meeting string, ok bool) {
	j := readJournal("", data)
	return j.meeting, j.writer != "" && j.meeting != ""
}
