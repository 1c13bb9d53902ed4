"""The pages by noun: one router each."""
