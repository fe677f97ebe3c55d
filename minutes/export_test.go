package minutes

// ScanTasks is what the scanner alone makes of a file, and whether it is sure.
func ScanTasks(src []byte) (lines []TaskLine, sure bool) {
	_, body, line, _, err := readFront(src, nil)
	if err != nil {
		return nil, false
	}
	var o outline
	if !scan(src, body, line, &o) {
		return nil, false
	}
	return taskLines(&o), true
}
