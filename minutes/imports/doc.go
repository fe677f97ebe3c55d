// Package imports turns a page somebody wrote into a meeting's file.
package imports
