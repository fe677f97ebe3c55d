package minutes

// MovePrivate moves a topic out of a public file into its private one: all its
// sections, with sub-topics, motions and tasks. A neutral heading stays where
// the first of them stood. Name is the public file's; priv may be empty, then
// a new private file is begun. Topic is a title, whatever its case.
func MovePrivate(name string, pub, priv []byte, topic string, ctx Context) (newPub, newPriv []byte, err error) {
	return pub, priv, nil
}
