"""The pages: server-rendered, readable without scripts, each fact beside the words it rests on."""
