@main struct EntenteFuzz { static func main() {} }
