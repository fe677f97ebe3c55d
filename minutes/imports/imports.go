package imports

// Wikitext turns the source of a wiki page into a meeting's file.
func Wikitext(src []byte, o Options) (Result, error) { return Result{}, nil }

// Text turns text that was extracted from a page into a meeting's file.
func Text(src []byte, o Options) (Result, error) { return Result{}, nil }

// Markdown turns somebody's Markdown into a meeting's file. A file that telko
// wrote comes back byte for byte.
func Markdown(src []byte, o Options) (Result, error) { return Result{}, nil }
