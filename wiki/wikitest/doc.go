// Package wikitest gives any test a fresh real MediaWiki and a proxy in front
// of it that forces faults.
//
// It lies here and not under cmd/internal because the packages under wiki use
// it in their tests, and Go lets only cmd import cmd/internal. It imports
// nothing of telko, and only tests and the throwaway wiki of `make wiki`
// import it.
package wikitest
