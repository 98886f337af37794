@main struct EntenteCommand { static func main() {} }
