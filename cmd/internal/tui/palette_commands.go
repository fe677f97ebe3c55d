package tui

import "telko/minutes/lang"

// lineCommand is a command that can be typed, with where it makes sense.
type lineCommand struct {
	command
	works func(d *desk) bool
}

// lineCommands returns the commands of the entry line as the palette has them.
// Those that open something open it at once; the others are typed.
func lineCommands() []lineCommand {
	types := func(word, does lang.Text, works func(*desk) bool) lineCommand {
		return lineCommand{command{word: word, does: does, types: true}, works}
	}
	runs := func(word, does lang.Text, act action, works func(*desk) bool) lineCommand {
		return lineCommand{command{word: word, does: does, act: act}, works}
	}
	return []lineCommand{
		types(lang.CmdMotion, lang.CmdMotionDoes, inTelco),
		types(lang.CmdPetitioner, lang.CmdPetitionerDoes, inMotion),
		types(lang.CmdReasons, lang.CmdReasonsDoes, inMotion),
		types(lang.CmdAnswer, lang.CmdAnswerDoes, inMotion),
		types(lang.CmdComment, lang.CmdCommentDoes, inMotion),
		types(lang.CmdAmendment, lang.CmdAmendmentDoes, inMotion),
		runs(lang.CmdVote, lang.KeysVote, actVote, inMotion),
		types(lang.CmdDecision, lang.CmdDecisionDoes, inMotion),
		types(lang.CmdContinue, lang.CmdContinueDoes, inPassage),
		runs(lang.CmdUndo, lang.KeysUndo, actUndo, func(d *desk) bool { return d.view.CanUndo != "" }),
		runs(lang.CmdRedo, lang.KeysRedo, actRedo, func(d *desk) bool { return d.view.CanRedo != "" }),
		runs(lang.CmdReview, lang.KeysReview, actReview, inTelco),
		types(lang.CmdPrivate, lang.CmdPrivateDoes, func(d *desk) bool { return d.view.Topic != "" }),
		runs(lang.CmdReadAloud, lang.KeysReadAloud, actReadAloud, inMotion),
		runs(lang.CmdStanding, lang.KeysStanding, actStanding, inTelco),
		runs(lang.CmdPreview, lang.KeysPreview, actPreview, func(d *desk) bool { return d.opt.Preview != nil }),
		runs(lang.CmdPublish, lang.KeysPublish, actPublish, func(d *desk) bool { return d.opt.Publish != nil }),
		runs(lang.CmdHelp, lang.KeysHelp, actHelp, func(*desk) bool { return true }),
		runs(lang.CmdEnd, lang.KeysEnd, actEnd, inTelco),
	}
}

func inTelco(d *desk) bool   { return d.session != nil }
func inMotion(d *desk) bool  { return d.view.Motion != "" }
func inPassage(d *desk) bool { return d.view.Open }
