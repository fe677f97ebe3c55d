package capture

// events returns what a reading does.
func (s *Session) events(r Reading) []Event {
	switch r.Act {
	case ActTopic:
		return []Event{{Verb: MakeTopic, Level: r.Level, Text: r.Topic}}
	case ActNote:
		return []Event{{Verb: MakeNote, Text: r.Text}}
	}
	return nil
}
